import { formatNumber } from '@peyvand/persian'
import type { Locale } from '@peyvand/platform/contract'
import { documentKinds, type PaperColumn, type PaperDesignInput } from '../../contract/index.ts'
import type { SheetColumn } from './document-sheet.ts'
import type { PaperDocument, PaperLine } from './paper-document.ts'
import type { PaperMoney } from './paper-money.ts'
import { type PaperWords, paperWords } from './paper-words.ts'

/** A column of the lines: its head, what it says of a line, and what is summed in it. */
export interface LineColumn extends SheetColumn {
  key: PaperColumn | 'row' | 'name'
  cell(line: PaperLine, index: number): string
  amount: ((line: PaperLine) => string) | null
}

type Design = Pick<PaperDesignInput, 'language' | 'layout' | 'columns' | 'showsPrices'>

/** The order of the columns of the official form is the law's. */
const official: LineColumn['key'][] = [
  'row',
  'code',
  'name',
  'quantity',
  'unit',
  'unitPrice',
  'gross',
  'discount',
  'net',
  'vat',
  'total',
]
const order: readonly LineColumn['key'][] = ['row', 'code', 'taxCode', 'name', ...official.slice(3)]

const priced: ReadonlySet<string> = new Set(['unitPrice', 'gross', 'discount', 'net', 'vat', 'total'])

/** Whether a document's paper says prices. */
export const saysPrices = (
  { kind }: PaperDocument,
  { showsPrices }: Pick<Design, 'showsPrices'>,
): boolean => {
  const { prices } = documentKinds[kind]
  return prices === 'shown' || (prices === 'hidden' && showsPrices)
}

/** Columns of a document's lines; of the modern layout those that would be empty are left out. */
export function lineColumns(document: PaperDocument, design: Design, money: PaperMoney): LineColumn[] {
  const all = columnsOf(design, money)
  if (design.layout === 'official') return official.map((key) => all[key])
  const chosen: ReadonlySet<string> = new Set([...design.columns, 'row', 'name'])
  const withPrices = saysPrices(document, design)
  return order
    .filter((key) => chosen.has(key) && (withPrices || !priced.has(key)))
    .filter((key) => !isEmpty(all[key], document))
    .map((key) => all[key])
}

const isEmpty = ({ key, cell, amount }: LineColumn, { lines }: PaperDocument): boolean =>
  key === 'discount' || key === 'vat'
    ? lines.every((line) => amount?.(line) === '0')
    : (key === 'code' || key === 'taxCode' || key === 'unit') && lines.every((line) => cell(line, 0) === '')

function columnsOf(
  { language, layout }: Design,
  { figure, unit }: PaperMoney,
): Record<LineColumn['key'], LineColumn> {
  const words = paperWords[language]
  const isOfficial = layout === 'official'
  const amount = (key: 'gross' | 'discount' | 'net' | 'vat' | 'total', of: (line: PaperLine) => string) => ({
    key,
    kind: 'figure' as const,
    title: [
      ...titleOf(words, key, isOfficial).split('\n'),
      ...(isOfficial || key === 'total' ? [`(${unit})`] : []),
    ],
    cell: (line: PaperLine) => figure(of(line)),
    amount: of,
  })
  const text = (key: LineColumn['key'], title: string, of: LineColumn['cell']): LineColumn => ({
    key,
    kind: 'short',
    title: title.split('\n'),
    cell: of,
    amount: null,
  })
  return {
    row: text('row', words.row, (_, index) => formatNumber(index + 1, { locale: language })),
    code: text('code', words.code, ({ code }) => code),
    taxCode: text('taxCode', words.taxCode, ({ taxCode }) => taxCode),
    name: { ...text('name', words.name, ({ name }) => name), kind: 'name' },
    quantity: {
      ...text('quantity', words.quantity, ({ quantity }) => quantityText(quantity, language)),
      kind: 'figure',
    },
    unit: text('unit', isOfficial ? words.measure : words.unit, ({ unit: name }) => name),
    unitPrice: {
      ...text('unitPrice', words.unitPrice, ({ unitPrice }) => figure(unitPrice)),
      title: [words.unitPrice, `(${unit})`],
      kind: 'figure',
    },
    gross: amount('gross', ({ gross }) => gross),
    discount: amount('discount', ({ discount }) => discount),
    net: amount('net', ({ net }) => net),
    vat: amount('vat', ({ vatAmount }) => vatAmount),
    total: amount('total', ({ total }) => total),
  }
}

const titleOf = (
  words: PaperWords,
  key: 'gross' | 'discount' | 'net' | 'vat' | 'total',
  isOfficial: boolean,
) =>
  key === 'vat' && !isOfficial
    ? words.vatShort
    : key === 'total' && !isOfficial
      ? words.totalShort
      : words[key]

const quantityText = (quantity: string, locale: Locale): string =>
  formatNumber(quantity, { locale, decimals: 6 })
