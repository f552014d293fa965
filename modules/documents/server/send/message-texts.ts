import type { Locale } from '@peyvand/platform/contract'
import { type Ctx, html, textOfHtml } from '@peyvand/platform/server'
import { type Document, documentKinds } from '../../contract/index.ts'
import { paperMoney } from '../paper/paper-money.ts'
import { paperWords } from '../paper/paper-words.ts'

export interface MessageTexts {
  subject: string
  text: string
  html: string
}

interface About {
  document: Document
  language: Locale
  /** Of the public page. */
  address: string
  firm: string
  subject?: string | undefined
  message?: string | undefined
}

/** An e-mail in the language of who gets it; what the sender wrote takes the place of the usual words. */
export function mailTexts(ctx: Ctx, about: About): MessageTexts {
  const { document, language, address, firm } = about
  const { title, words } = wordsOf(ctx, about)
  const subject = about.subject || words('documents.mail.subject')
  const message =
    about.message || words(saysAmount(document) ? 'documents.mail.withAmount' : 'documents.mail.plain')
  const opening = words('documents.mail.open')
  const answer = documentKinds[document.kind].life === 'offer' ? words('documents.mail.answer') : ''
  const paragraphs = message.split(/\n{2,}/).map((text) => text.split('\n'))
  return {
    subject,
    text: [message, `${opening}\n${address}`, answer, firm].filter(Boolean).join('\n\n'),
    html: textOfHtml(
      html`<div dir="${language === 'fa' ? 'rtl' : 'ltr'}" lang="${language}">${paragraphs.map(
        (lines) => html`<p>${lines.map((line, index) => html`${index > 0 && html`<br>`}${line}`)}</p>`,
      )}<p><a href="${address}">${opening} ${title}</a></p>${answer && html`<p>${answer}</p>`}<p>${firm}</p></div>`,
    ),
  }
}

/** An SMS, short: the firm, the document, its address. */
export function smsText(ctx: Ctx, about: About): string {
  const { words } = wordsOf(ctx, about)
  return `${about.message || words('documents.sms')}\n${about.address}`
}

const saysAmount = ({ kind }: Document): boolean => documentKinds[kind].prices === 'shown'

function wordsOf(ctx: Ctx, { document, language, firm }: About) {
  const { moneyUnit } = ctx.actor.firm
  const title = paperWords[language].titles[document.kind]
  const values = {
    title,
    number: document.number ?? '',
    firm,
    party: document.partyBlock.name,
    amount: paperMoney(language, { currency: document.currency, moneyUnit }).amount(document.totals.total),
  }
  return { title, words: (key: string) => ctx.registry.translate(language, key, values) }
}
