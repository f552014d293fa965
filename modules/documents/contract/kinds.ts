import { z } from 'zod'

export const DocumentKind = z.enum([
  'priceInquiry',
  'quote',
  'order',
  'proforma',
  'invoice',
  'creditNote',
  'waybill',
  'deliveryReceipt',
  'purchaseInquiry',
  'purchaseOrder',
  'purchaseInvoice',
  'purchaseReturn',
  'goodsReceipt',
])
export type DocumentKind = z.infer<typeof DocumentKind>

export const Side = z.enum(['sales', 'purchase'])
export type Side = z.infer<typeof Side>

/** The life that documents of a kind have; see `statuses.ts`. */
type Life = 'offer' | 'task' | 'entry'

/** What tells one kind from another: nothing else in the program asks which kind a document is of. */
export interface KindFacts {
  side: Side
  life: Life
  /** Inquiries have no prices; papers that go with goods carry them along unseen. */
  prices: 'none' | 'hidden' | 'shown'
  /** Has a last day on which it may be accepted. */
  validity: boolean
  /** Has a day by which it is to be paid. */
  due: boolean
  /** Has a way of shipping, a vehicle, an address to go to. */
  shipping: boolean
  /** Its issue brings a proforma or an invoice by itself, where the firm wants that. */
  billed: boolean
  /** It is kept how much of it was delivered and invoiced. */
  followed: boolean
  /** Goods change hands with it. */
  delivers: boolean
  /** May be made anew under the same number once it is issued. */
  revisable: boolean
  /** What it does to the firm's turnover with the party: an invoice adds, a return takes off, others do nothing. */
  sign: -1 | 0 | 1
  /** What can be made of it, the usual next one first. */
  convertsTo: readonly DocumentKind[]
  /** How numbers of the kind begin: `INV-1405-00042`. */
  prefix: string
}

const sale = {
  side: 'sales',
  life: 'entry',
  prices: 'shown',
  validity: false,
  due: false,
  shipping: false,
  billed: false,
  followed: false,
  delivers: false,
  revisable: false,
  sign: 0,
} as const
const purchase = { ...sale, side: 'purchase' } as const
const offer = { ...sale, life: 'offer', validity: true, revisable: true } as const

export const documentKinds: Record<DocumentKind, KindFacts> = {
  priceInquiry: {
    ...sale,
    life: 'task',
    prices: 'none',
    convertsTo: ['quote', 'proforma', 'purchaseInquiry'],
    prefix: 'INQ',
  },
  quote: { ...offer, shipping: true, convertsTo: ['order', 'proforma', 'invoice'], prefix: 'QUO' },
  order: {
    ...sale,
    life: 'task',
    due: true,
    shipping: true,
    billed: true,
    followed: true,
    revisable: true,
    convertsTo: ['proforma', 'invoice', 'waybill'],
    prefix: 'ORD',
  },
  proforma: {
    ...offer,
    due: true,
    shipping: true,
    convertsTo: ['invoice', 'order', 'waybill'],
    prefix: 'PRO',
  },
  invoice: {
    ...sale,
    due: true,
    shipping: true,
    sign: 1,
    convertsTo: ['waybill', 'deliveryReceipt', 'creditNote'],
    prefix: 'INV',
  },
  creditNote: { ...sale, sign: -1, convertsTo: [], prefix: 'RET' },
  waybill: {
    ...sale,
    life: 'task',
    prices: 'hidden',
    shipping: true,
    delivers: true,
    convertsTo: ['deliveryReceipt', 'invoice'],
    prefix: 'WAY',
  },
  deliveryReceipt: {
    ...sale,
    prices: 'hidden',
    shipping: true,
    delivers: true,
    convertsTo: [],
    prefix: 'DLV',
  },
  purchaseInquiry: {
    ...purchase,
    life: 'task',
    prices: 'none',
    convertsTo: ['purchaseOrder'],
    prefix: 'PIQ',
  },
  purchaseOrder: {
    ...purchase,
    life: 'task',
    due: true,
    shipping: true,
    followed: true,
    revisable: true,
    convertsTo: ['goodsReceipt', 'purchaseInvoice'],
    prefix: 'POR',
  },
  purchaseInvoice: {
    ...purchase,
    due: true,
    sign: 1,
    convertsTo: ['purchaseReturn', 'goodsReceipt'],
    prefix: 'PIN',
  },
  purchaseReturn: { ...purchase, sign: -1, convertsTo: [], prefix: 'PRT' },
  goodsReceipt: {
    ...purchase,
    prices: 'hidden',
    delivers: true,
    convertsTo: ['purchaseInvoice'],
    prefix: 'GRN',
  },
}

export const kindsOfSide = (side: Side): DocumentKind[] =>
  DocumentKind.options.filter((kind) => documentKinds[kind].side === side)
