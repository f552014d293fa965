import { parseDecimal, parseMoney, searchKey } from '@peyvand/persian'

/** What a column of a pasted block holds; `skip` is for row numbers, totals and whatever else. */
export type PastedColumn = 'product' | 'description' | 'quantity' | 'unit' | 'unitPrice' | 'discount' | 'skip'

type Cells = readonly (readonly string[])[]

interface Guess {
  columns: PastedColumn[]
  hasHeadings: boolean
}

/** Finds what the columns of a spreadsheet hold: by its headings, or by what stands in them. */
export function guessColumns(cells: Cells, unitNames: readonly string[]): Guess {
  const headed = readHeadings(cells[0] ?? [])
  if (headed) return { columns: headed, hasHeadings: true }
  return { columns: byContents(cells, unitNames), hasHeadings: false }
}

/** Asked in this order: a total is no price, a discount's percent no quantity. */
const headings: readonly [PastedColumn, RegExp][] = [
  ['skip', /ردیف|جمع|کل$|مالیات|عوارض|^(no\.?|#|row)$|total|\bvat\b|\btax\b/i],
  ['discount', /تخفیف|discount/i],
  ['quantity', /تعداد|مقدار|quantity|qty|count/i],
  ['unitPrice', /قیمت|مبلغ|نرخ|^فی$|بها|price|rate|amount/i],
  ['unit', /واحد|^unit$|uom/i],
  ['product', /کد|بارکد|شناسه|code|sku|barcode/i],
  ['description', /شرح|نام|عنوان|کالا|خدمت|محصول|description|name|product|item/i],
]

function readHeadings(row: readonly string[]): PastedColumn[] | null {
  if (row.some(isFigure)) return null
  const found = row.map((cell) => headings.find(([, words]) => words.test(cell.trim()))?.[0] ?? 'skip')
  const known = found.filter((column) => column !== 'skip')
  if (known.length < 2 || new Set(known).size < known.length) return null
  return withProduct(found)
}

/** Lines that bear names only are found by them. */
const withProduct = (columns: PastedColumn[]): PastedColumn[] =>
  columns.includes('product')
    ? columns
    : columns.map((column) => (column === 'description' ? 'product' : column))

function byContents(cells: Cells, unitNames: readonly string[]): PastedColumn[] {
  const width = Math.max(...cells.map((row) => row.length))
  const values = Array.from({ length: width }, (_, at) =>
    cells.flatMap((row) => (row[at]?.trim() ? [row[at].trim()] : [])),
  )
  const columns: (PastedColumn | null)[] = values.map((column) => (column.length === 0 ? 'skip' : null))
  if (width > 2 && isRowNumbers(values[0] ?? [])) columns[0] = 'skip'

  const units = new Set(unitNames.map(searchKey))
  const free = () => columns.flatMap((column, at) => (column === null ? [at] : []))
  const of = (at: number) => values[at] ?? []
  for (const at of free()) if (of(at).every((text) => units.has(searchKey(text)))) columns[at] = 'unit'

  const texts = free().filter((at) => !mostly(of(at), isFigure))
  const code = texts.find((at) => mostly(of(at), isCode))
  const name = texts.find((at) => at !== code)
  if (name !== undefined) columns[name] = 'description'
  if (code !== undefined) columns[code] = 'product'
  else {
    // Codes of digits alone stand before the name, or first of all.
    const first = free().find((at) => mostly(of(at), isFigure))
    if (name === undefined ? first !== undefined : first !== undefined && first < name)
      columns[first ?? 0] = 'product'
  }
  for (const at of texts) columns[at] ??= 'skip'
  placeFigures(columns, values)
  return withProduct(columns.map((column) => column ?? 'skip'))
}

/** Quantity, price and discount, in that order or with the price first; what is their product is a total. */
function placeFigures(columns: (PastedColumn | null)[], values: readonly (readonly string[])[]): void {
  const free = columns.flatMap((column, at) => (column === null ? [at] : []))
  const percents = free.find((at) => (values[at] ?? []).some((text) => /[%٪]/.test(text)))
  if (percents !== undefined) columns[percents] = 'discount'
  const [first, second, ...others] = free.filter((at) => at !== percents)
  if (first === undefined) return
  const [a, b] = [median(values[first]), median(values[second ?? -1])]
  const isPriceFirst = second !== undefined && a >= 1000 && a > 10 * b
  columns[first] = isPriceFirst ? 'unitPrice' : 'quantity'
  if (second !== undefined) columns[second] = isPriceFirst ? 'quantity' : 'unitPrice'
  for (const at of others) {
    const isTotal = median(values[at]) >= Math.max(a, b) && Math.max(a, b) > 0
    columns[at] = isTotal || columns.includes('discount') ? 'skip' : 'discount'
  }
}

const mostly = (texts: readonly string[], is: (text: string) => boolean) =>
  texts.filter(is).length >= texts.length * 0.8

const isFigure = (text: string) => Number.isFinite(figureOf(text))
const isCode = (text: string) => /^[\w./-]*[\d۰-۹A-Za-z][\w./-]*$/.test(text)

function figureOf(text: string): number {
  const plain = text.replace(/[%٪$€]/g, '').trim()
  const decimal = parseDecimal(plain)
  if (decimal.ok) return Number(decimal.value)
  const money = parseMoney(plain, { unit: 'rial' })
  return money.ok ? Number(money.value) : Number.NaN
}

function isRowNumbers(texts: readonly string[]): boolean {
  const [first, ...others] = texts.map(figureOf)
  return others.length > 0 && first === 1 && others.every((figure, at) => figure === at + 2)
}

function median(texts: readonly string[] | undefined): number {
  const figures = (texts ?? [])
    .map(figureOf)
    .filter(Number.isFinite)
    .toSorted((a, b) => a - b)
  return figures[Math.floor(figures.length / 2)] ?? 0
}
