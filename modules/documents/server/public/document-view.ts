import { formatDate, formatDateTime, formatNumber, localizeDigits } from '@peyvand/persian'
import type { Locale } from '@peyvand/platform/contract'
import {
  type Ctx,
  type FormValues,
  type Html,
  html,
  type PublicView,
  problemSummary,
  publicField,
} from '@peyvand/platform/server'
import { countProgress, type Document, type DocumentLine, documentKinds } from '../../contract/index.ts'
import { type PaperMoney, paperMoney } from '../paper/paper-money.ts'
import { paperWords } from '../paper/paper-words.ts'

export interface AnswerFault {
  name: 'signer'
  code: string
}

interface Shown {
  document: Document
  token: string
  language: Locale
  faults?: readonly AnswerFault[]
  values?: FormValues
}

/** More of them than a phone shows well are in the PDF. */
const mostLines = 100

/** A document as the other side sees it, on a phone first. */
export function documentView(ctx: Ctx, shown: Shown): PublicView {
  const { document, token, language } = shown
  const words = paperWords[language]
  const heading = words.titles[document.kind]
  const money = paperMoney(language, { currency: document.currency, moneyUnit: ctx.actor.firm.moneyUnit })
  return {
    locale: language,
    firm: ctx.actor.firm.name,
    title: [heading, document.number].filter(Boolean).join(' '),
    body: html`<div class="card"><h1>${heading} <bdi dir="ltr">${localizeDigits(document.number ?? '', language)}</bdi></h1>${
      document.title && html`<p class="text">${document.title}</p>`
    }${standing(ctx, shown)}${facts(ctx, shown)}${lines(ctx, shown, money)}${sums(shown, money)}${notes(shown)}
<p class="actions"><a class="button plain" href="/d/${token}/pdf">${ctx.registry.translate(
      language,
      'documents.page.pdf',
    )}</a></p></div>${answerForm(ctx, shown)}`,
  }
}

/** What stands where an address is closed. */
export function goneView(ctx: Ctx, locale: Locale): PublicView {
  const text = (key: string) => ctx.registry.translate(locale, key)
  const title = text('documents.page.gone')
  const body = html`<div class="card"><h1>${title}</h1><p class="text">${text('documents.page.goneText')}</p></div>`
  return { locale, firm: ctx.actor.firm.name, title, body, status: 410 }
}

const isOpenOffer = ({ kind, status, expired }: Document): boolean =>
  documentKinds[kind].life === 'offer' && status === 'issued' && !expired

/** What became of it, at the head. */
function standing(ctx: Ctx, { document, language }: Shown): Html | null {
  const { status, expired, answer } = document
  const note = (kind: 'ok' | 'warn', key: string, values: Record<string, unknown> = {}) =>
    html`<p class="note ${kind}" role="status">${ctx.registry.translate(language, `documents.page.${key}`, values)}</p>`
  if (status === 'cancelled') return note('warn', 'cancelled')
  if (status === 'superseded') return note('warn', 'replaced')
  if (answer && (status === 'accepted' || status === 'rejected')) {
    const at = formatDateTime(answer.at, { locale: language, timeZone: ctx.timeZone })
    const by = answer.signer ? '' : 'ByStaff'
    return note(status === 'accepted' ? 'ok' : 'warn', `${status}${by}`, { signer: answer.signer, at })
  }
  return documentKinds[document.kind].life === 'offer' && expired ? note('warn', 'expired') : null
}

function facts(ctx: Ctx, { document, language }: Shown): Html {
  const words = paperWords[language]
  const { validity, due, shipping, side } = documentKinds[document.kind]
  const day = (date: string | null) => date && formatDate(date, { locale: language, style: 'long' })
  const given: [string, string | null | false][] = [
    [side === 'sales' ? words.buyerShort : words.sellerShort, document.partyBlock.name],
    [words.date, day(document.issuedOn)],
    [words.validUntil, validity && day(document.validUntil)],
    [words.dueOn, due && day(document.dueOn)],
    [words.promisedOn, day(document.promisedOn)],
    [words.preparation, document.preparation?.name ?? null],
    [words.delivered, deliveredSoFar(ctx, { document, language })],
    [words.shipTo, shipping && document.shipTo],
  ]
  return html`<dl class="facts">${given.map(
    ([label, value]) => value && html`<dt>${label}</dt><dd>${value}</dd>`,
  )}</dl>`
}

/** How much of an order has gone out. */
function deliveredSoFar(
  ctx: Ctx,
  { document, language }: Pick<Shown, 'document' | 'language'>,
): string | null {
  const counted = countProgress(document.lines, 'delivered')
  const count = (value: number) => formatNumber(value, { locale: language })
  return (
    counted &&
    ctx.registry.translate(language, 'documents.progress.lines', {
      done: count(counted.done),
      of: count(counted.of),
    })
  )
}

/** Quantity and price stand below the name, so that the sum of a line has room beside it on a phone. */
function lines(ctx: Ctx, { document, language }: Shown, money: PaperMoney): Html {
  const words = paperWords[language]
  const withPrices = saysPrices(document)
  const rest = document.lines.length - mostLines
  const number = (quantity: string) => formatNumber(quantity, { locale: language, decimals: 6 })
  const amountOf = ({ quantity, unit }: DocumentLine) =>
    [number(quantity), unit?.name].filter(Boolean).join(' ')
  /** Of a line of an order, where it is neither nothing nor all. */
  const partOf = ({ quantity, progress }: DocumentLine) => {
    const delivered = progress?.delivered
    if (!delivered || delivered === '0' || delivered === quantity) return null
    return ` · ${ctx.registry.translate(language, 'documents.progress.ofLine', { count: number(delivered) })}`
  }
  const row = (line: DocumentLine) =>
    withPrices
      ? html`<tr><td><span dir="auto">${line.name}</span><br><span class="hint">${amountOf(line)} × ${money.figure(
          line.unitPrice,
        )}${partOf(line)}</span></td><td class="amount">${money.figure(line.net)}</td></tr>`
      : html`<tr><td dir="auto">${line.name}</td><td class="amount">${amountOf(line)}</td></tr>`
  return html`<div class="scroll"><table class="lines"><thead><tr><th>${words.name}</th><th class="amount">${
    withPrices ? `${words.netShort} (${money.unit})` : words.quantity
  }</th></tr></thead><tbody>${document.lines.slice(0, mostLines).map(row)}</tbody></table></div>${
    rest > 0 &&
    html`<p>${ctx.registry.translate(language, 'documents.page.more', {
      count: formatNumber(rest, { locale: language }),
    })}</p>`
  }`
}

const saysPrices = ({ kind }: Document): boolean => documentKinds[kind].prices === 'shown'

function sums({ document, language }: Shown, money: PaperMoney): Html | null {
  if (!saysPrices(document)) return null
  const words = paperWords[language]
  const { net, vat, rounding, total } = document.totals
  const rows: [string, string][] = [
    [words.netSum, money.figure(net)],
    ...document.charges.map(({ label, amount }): [string, string] => [label, money.figure(amount)]),
    ...(vat === '0' ? [] : [[words.vatSum, money.figure(vat)] as [string, string]]),
    ...(rounding === '0' ? [] : [[words.rounding, money.figure(rounding)] as [string, string]]),
  ]
  return html`<table class="sums"><tbody>${rows.map(
    ([label, value]) => html`<tr><th>${label}</th><td>${value}</td></tr>`,
  )}<tr><th>${words.payable}</th><td><strong>${money.amount(total)}</strong></td></tr></tbody></table>`
}

function notes({ document, language }: Shown): Html {
  const words = paperWords[language]
  const given: [string, string | null][] = [
    [words.note, document.note],
    [words.terms, document.terms],
  ]
  return html`${given.map(([title, text]) => text && html`<h2>${title}</h2><p class="text" dir="auto">${text}</p>`)}`
}

function answerForm(ctx: Ctx, { document, token, language, faults = [], values = {} }: Shown): Html | null {
  if (!isOpenOffer(document)) return null
  const text = (key: string) => ctx.registry.translate(language, `documents.page.${key}`)
  const problemOf = (name: AnswerFault['name']) => {
    const fault = faults.find((one) => one.name === name)
    return fault ? ctx.registry.translate(language, `error.${fault.code}`) : null
  }
  const problems = faults.map(({ name }) => ({ name, text: `${text(name)}: ${problemOf(name)}` }))
  return html`<form class="card" method="post" action="/d/${token}" novalidate><h2>${text('answer')}</h2>
<p class="hint">${text('answerHint')}</p>${problemSummary(text('problems'), problems)}${publicField({
    name: 'signer',
    label: text('signer'),
    kind: 'text',
    required: true,
    values: values['signer'] ?? [],
    problem: problemOf('signer'),
    autocomplete: 'name',
    maxLength: 120,
  })}${publicField({
    name: 'comment',
    label: text('comment'),
    kind: 'textarea',
    values: values['comment'] ?? [],
    maxLength: 2000,
  })}<p class="actions"><button class="button" name="answer" value="accept">${text('accept')}</button>
<button class="button danger" name="answer" value="reject">${text('reject')}</button></p></form>`
}
