import { formatDate, formatNumber } from '@peyvand/persian'
import type { Locale } from '@peyvand/platform/contract'
import { paperText } from '@peyvand/platform/server'
import { documentKinds, type PaperDesignInput } from '../../contract/index.ts'
import type { DocumentSheet, SheetFact } from './document-sheet.ts'
import type { PaperDocument, PaperLine } from './paper-document.ts'
import { type PaperMoney, paperMoney } from './paper-money.ts'
import { paperWords } from './paper-words.ts'
import { lineColumns, saysPrices } from './sheet-columns.ts'
import { officialFacts, partyFacts } from './sheet-parties.ts'
import { signaturesOf } from './sheet-signatures.ts'

/** A document on a design, as texts: the same document and design give the same sheet. */
export function sheetOf(document: PaperDocument, design: PaperDesignInput): DocumentSheet {
  const { language, layout } = design
  const words = paperWords[language]
  const isOfficial = layout === 'official'
  const text = (given: string | null) => paperText(given ?? '', language)
  // The official form speaks in Rial, whatever the firm shows on its screens.
  const money = paperMoney(language, { ...document, ...(isOfficial ? { moneyUnit: 'rial' } : {}) })
  const columns = lineColumns(document, design, money)
  const withPrices = saysPrices(document, design)
  const lines = isOfficial
    ? [...document.lines, ...additions(document, text, words.rounding)]
    : document.lines
  const amounts = columns.map(({ amount }) => amount)
  return {
    language,
    layout,
    paper: design.paper,
    fontSize: design.fontSize,
    color: design.color,
    logoWidth: design.logoWidth,
    mark: document.mark ? words[document.mark] : '',
    head: linesOf(design.head || document.firm.name, language),
    foot: linesOf(design.foot, language),
    title: (isOfficial && officialTitle(document, language)) || words.titles[document.kind],
    subtitle: text(document.title),
    facts: factsOf(document, design, money),
    parties: partiesOf(document, design),
    linesTitle: words.goods,
    columns: columns.map(({ title, kind }) => ({ title, kind })),
    rows: lines.map((line, index) => ({
      cells: columns.map(({ cell }) => text(cell(line, index))),
      more: line.more.map(text),
    })),
    totals: isOfficial ? amounts.map((of) => (of ? money.figure(sum(lines.map(of))) : '')) : [],
    running: withPrices ? runningOf(lines, { money, language, isOfficial }) : null,
    sums: withPrices && !isOfficial ? sumsOf(document, money, language) : [],
    words:
      withPrices && (isOfficial || design.showsWords)
        ? { label: words.inWords, value: money.words(document.totals.total) }
        : null,
    settlement:
      isOfficial || documentKinds[document.kind].due
        ? {
            label: words.settlement,
            options: (['cash', 'credit'] as const).map((key) => ({
              label: words[key],
              checked: document.settlement === key,
            })),
          }
        : null,
    texts: textsOf(document, design),
    signatures: isOfficial || design.showsSignatures ? signaturesOf(document.kind, words) : [],
  }
}

const officialTitle = ({ kind }: PaperDocument, language: Locale): string | undefined =>
  (paperWords[language].officialTitles as Partial<Record<PaperDocument['kind'], string>>)[kind]

const linesOf = (text: string, language: Locale): string[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => paperText(line, language))

const sum = (amounts: readonly string[]): string =>
  String(amounts.reduce((total, amount) => total + BigInt(amount), 0n))

/** What comes to the lines stands among them on the official form, so that its sums are those of the document. */
function additions(
  { charges, totals }: PaperDocument,
  text: (given: string) => string,
  rounding: string,
): PaperLine[] {
  const bare = { code: '', taxCode: '', more: [], quantity: '1', unit: '', discount: '0', vatPercent: '0' }
  const line = (name: string, amount: string, vatAmount: string): PaperLine => ({
    ...bare,
    name: text(name),
    unitPrice: amount,
    gross: amount,
    net: amount,
    vatAmount,
    total: sum([amount, vatAmount]),
  })
  return [
    ...charges.map(({ label, amount, vatAmount }) => line(label, amount, vatAmount)),
    ...(totals.rounding === '0' ? [] : [line(rounding, totals.rounding, '0')]),
  ]
}

function factsOf(
  document: PaperDocument,
  { language, layout }: PaperDesignInput,
  money: PaperMoney,
): SheetFact[] {
  const words = paperWords[language]
  const { validity, due, shipping } = documentKinds[document.kind]
  const isOfficial = layout === 'official'
  const isShipped = shipping && !isOfficial
  const text = (given: string | null) => (given ? paperText(given, language) : null)
  const day = (date: string | null) =>
    date && formatDate(date, { locale: language, style: language === 'fa' ? 'short' : 'long' })
  const revision = document.revision > 0 ? String(document.revision) : null
  const sources = document.sources.map(
    ({ kind, number, issuedOn }) => `${words.titles[kind]} ${text(number)} (${day(issuedOn)})`,
  )
  const given: [string, string | null | false][] = [
    [isOfficial ? words.serial : words.number, text(document.number) ?? '—'],
    [words.date, day(document.issuedOn)],
    [words.revision, text(revision)],
    [words.validUntil, validity && day(document.validUntil)],
    [words.dueOn, due && day(document.dueOn)],
    [words.promisedOn, !isOfficial && day(document.promisedOn)],
    [words.reference, sources.join(language === 'fa' ? '، ' : ', ')],
    [words.contact, !isOfficial && text(document.contact)],
    [words.owner, !isOfficial && text(document.owner)],
    [words.shippingMethod, isShipped && text(document.shippingMethod)],
    [words.vehicle, isShipped && text(document.vehicle)],
    [words.driver, isShipped && text(document.driver)],
    [words.exchangeRate, document.exchangeRate && rate(document.exchangeRate, money, language)],
  ]
  return given.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}

function rate(exchangeRate: string, { unit }: PaperMoney, language: Locale): string {
  const rial = formatNumber(exchangeRate, { locale: language, decimals: 6 })
  return language === 'fa' ? `هر ${unit} ${rial} ریال` : `${rial} Rial for one ${unit}`
}

function partiesOf(
  document: PaperDocument,
  { language, layout }: PaperDesignInput,
): DocumentSheet['parties'] {
  const words = paperWords[language]
  const isSale = documentKinds[document.kind].side === 'sales'
  const [seller, buyer] = isSale ? [document.firm, document.party] : [document.party, document.firm]
  const facts = layout === 'official' ? officialFacts : partyFacts
  return [
    { title: layout === 'official' ? words.seller : words.sellerShort, facts: facts(seller, language) },
    { title: layout === 'official' ? words.buyer : words.buyerShort, facts: facts(buyer, language) },
  ]
}

/** The sum that pages carry on is that of the lines with tax. */
function runningOf(
  lines: readonly PaperLine[],
  { money, language, isOfficial }: { money: PaperMoney; language: Locale; isOfficial: boolean },
): DocumentSheet['running'] {
  const words = paperWords[language]
  let total = 0n
  return {
    soFar: words.soFar,
    carried: words.carried,
    sums: lines.map((line) => {
      total += BigInt(line.total)
      return isOfficial ? money.figure(String(total)) : money.amount(String(total))
    }),
  }
}

function sumsOf(
  { kind, totals, charges, currency }: PaperDocument,
  money: PaperMoney,
  language: Locale,
): DocumentSheet['sums'] {
  const words = paperWords[language]
  const row = (label: string, amount: string, strong = false) => ({
    label,
    value: money.figure(amount),
    strong,
  })
  const rows = [
    row(words.grossSum, totals.gross),
    ...(totals.discount === '0'
      ? []
      : [row(words.discountSum, totals.discount), row(words.netSum, totals.net)]),
    ...charges.map(({ label, amount }) => row(paperText(label, language), amount)),
    ...(totals.vat === '0' ? [] : [row(words.vatSum, totals.vat)]),
    ...(totals.rounding === '0' ? [] : [row(words.rounding, totals.rounding)]),
  ]
  const rial = paperMoney(language, { currency: 'IRR', moneyUnit: 'rial' })
  return [
    ...(rows.length > 1 ? rows : []),
    {
      label: documentKinds[kind].due ? words.payable : words.sum,
      value: money.amount(totals.total),
      strong: true,
    },
    ...(currency !== 'IRR' && totals.totalRial
      ? [{ label: words.inRial, value: rial.amount(totals.totalRial), strong: false }]
      : []),
  ]
}

function textsOf(document: PaperDocument, { language, terms }: PaperDesignInput): DocumentSheet['texts'] {
  const words = paperWords[language]
  const given = [
    { title: words.shipTo, text: documentKinds[document.kind].shipping ? document.shipTo : null },
    { title: words.note, text: document.note },
    { title: words.terms, text: document.terms ?? terms },
  ]
  return given.flatMap(({ title, text }) => (text?.trim() ? [{ title, lines: linesOf(text, language) }] : []))
}
