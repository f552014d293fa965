import type { Currency } from '@peyvand/catalog/contract'
import type { MoneyUnit } from '@peyvand/persian'
import type { DocumentKind, PartyBlock, Settlement, Totals } from '../../contract/index.ts'

/** A line as papers print it; amounts in minor units of the document's currency. */
export interface PaperLine {
  code: string
  taxCode: string
  name: string
  /** Printed small below the name: what was configured, the description, serials, the note. */
  more: string[]
  quantity: string
  unit: string
  /** Of one unit before discounts. */
  unitPrice: string
  gross: string
  discount: string
  net: string
  vatPercent: string
  vatAmount: string
  total: string
}

/** A document as its paper needs it, whoever made it; dates are ISO, texts as they were typed. */
export interface PaperDocument {
  kind: DocumentKind
  /** Null until it is issued. */
  number: string | null
  revision: number
  /** Printed across the pages. */
  mark: 'draft' | 'cancelled' | null
  title: string | null
  issuedOn: string
  validUntil: string | null
  dueOn: string | null
  promisedOn: string | null
  currency: Currency
  exchangeRate: string | null
  settlement: Settlement
  /** The firm whose paper it is; seller of sales, buyer of purchases. */
  firm: PartyBlock
  party: PartyBlock
  contact: string | null
  owner: string | null
  shippingMethod: string | null
  shipTo: string | null
  vehicle: string | null
  driver: string | null
  terms: string | null
  note: string | null
  lines: PaperLine[]
  charges: { label: string; amount: string; vatAmount: string }[]
  totals: Omit<Totals, 'words'>
  /** Documents that it was made of. */
  sources: { kind: DocumentKind; number: string; issuedOn: string }[]
  /** What amounts in Rial are shown in, but on the official form. */
  moneyUnit: MoneyUnit
  /** ISO instant. */
  madeAt: string
}
