import { type ConfiguredOptions, ManualDiscount, Quantity } from '@peyvand/catalog/contract'
import type { Ref } from '@peyvand/platform/contract'
import { newId } from '@peyvand/ui'
import type { DocumentLine, DocumentLineInput, PriceBy } from '../../contract/index.ts'

export interface LineProduct extends Ref {
  code: string
}

/** A line while it is being written. */
export interface DraftLine {
  /** Tells it from others on the screen. */
  key: string
  /** Of a line that is saved already. */
  id: string | null
  product: LineProduct | null
  /** What was written where no product is known by it, yet or at all. */
  wanted: string
  name: string
  description: string
  unit: Ref | null
  quantity: string | null
  priceBy: PriceBy
  /** By hand, in minor units. */
  unitPrice: string | null
  discount: ManualDiscount | null
  vatClassId: string | null
  configuration: ConfiguredOptions | null
  note: string
  fromLineId: string | null
  serials: readonly string[]
  /** What was written into cells and cannot be read, to be mended there. */
  unread: Partial<Record<FigureColumn, string>>
}

/** Columns whose texts are read as something else. */
export type FigureColumn = 'quantity' | 'unit' | 'unitPrice' | 'discount'

export const newLine = (given: Partial<DraftLine> = {}): DraftLine => ({
  key: newId(),
  id: null,
  product: null,
  wanted: '',
  name: '',
  description: '',
  unit: null,
  quantity: null,
  priceBy: 'list',
  unitPrice: null,
  discount: null,
  vatClassId: null,
  configuration: null,
  note: '',
  fromLineId: null,
  serials: [],
  unread: {},
  ...given,
})

/** The line with a product in it: its name and unit come along, a quantity already written stays. */
export const withProduct = (line: DraftLine, product: LineProduct, unit: Ref): DraftLine => ({
  ...line,
  product,
  wanted: '',
  name: product.name,
  unit: line.product === null && line.unit ? line.unit : unit,
  quantity: line.quantity ?? '1',
  configuration: null,
})

/** What was wanted as a line of free text. */
export const asFreeText = (line: DraftLine, text = line.wanted): DraftLine => ({
  ...line,
  product: null,
  wanted: '',
  name: line.wanted && line.name ? line.name : text,
  quantity: line.quantity ?? '1',
  configuration: null,
})

/** A copy that is saved as a line of its own. */
export const copyOf = (line: DraftLine): DraftLine => ({ ...line, key: newId(), id: null })

/** Nothing was written into it. */
export const isEmptyLine = ({ product, wanted, name, unitPrice, note, unread }: DraftLine): boolean =>
  product === null && !wanted && !name && unitPrice === null && !note && Object.keys(unread).length === 0

/** All that the server has to know of it is there and can be read. */
export const isWhole = (line: DraftLine): boolean =>
  (line.product !== null || (!line.wanted && line.name !== '')) &&
  line.quantity !== null &&
  unreadOf(line).length === 0

/** Columns in which something is written that cannot be read; fields of the sheet keep it as the value. */
export const unreadOf = ({ unread, quantity, discount }: DraftLine): FigureColumn[] => [
  ...(Object.keys(unread) as FigureColumn[]),
  ...(quantity !== null && !Quantity.safeParse(quantity).success ? (['quantity'] as const) : []),
  ...(discount && !ManualDiscount.safeParse(discount).success ? (['discount'] as const) : []),
]

export const draftOf = (line: DocumentLine): DraftLine =>
  newLine({
    key: line.id,
    id: line.id,
    product: line.product,
    name: line.name,
    description: line.description ?? '',
    unit: line.unit,
    quantity: line.quantity,
    priceBy: line.priceBy,
    unitPrice: line.priceBy === 'hand' ? line.listPrice : null,
    discount: line.manual,
    vatClassId: line.vatClassId,
    configuration: line.configuration,
    note: line.note ?? '',
    fromLineId: line.fromLineId,
    serials: line.serials,
  })

/** A whole line as the API takes it. */
export const inputOf = (line: DraftLine): DocumentLineInput => ({
  ...(line.id && { id: line.id }),
  productId: line.product?.id ?? null,
  ...(line.name.trim() && { name: line.name.trim() }),
  description: line.description.trim() || null,
  unitId: line.unit?.id ?? null,
  quantity: line.quantity ?? '',
  priceBy: line.priceBy,
  ...(line.priceBy === 'hand' && line.unitPrice !== null && { unitPrice: line.unitPrice }),
  manual: line.discount,
  vatClassId: line.product ? null : line.vatClassId,
  configuration: line.configuration,
  note: line.note.trim() || null,
  fromLineId: line.fromLineId,
  serials: [...line.serials],
})
