import type {
  ConfiguredOptions,
  Currency,
  ManualDiscount,
  SalesChannel,
  VatTreatment,
} from '@peyvand/catalog/contract'
import type { CustomValues } from '@peyvand/platform/contract'
import type { Json } from '@peyvand/platform/server'
import type { Generated } from 'kysely'
import type {
  Approval,
  ApprovalRule,
  Billing,
  Charge,
  DocumentAnswer,
  DocumentKind,
  DocumentOrigin,
  DocumentStatus,
  PartyBlock,
  PriceBy,
  PricedLine,
  Progress,
  Rounding,
  Settlement,
  Side,
} from '../contract/index.ts'

declare module '@peyvand/platform/tables' {
  interface Tables {
    documentSettings: DocumentSettingsTable
    documents: DocumentsTable
    documentLines: DocumentLinesTable
  }
}

interface DocumentSettingsTable {
  tenantId: number
  rules: Json<ApprovalRule[]>
  validDays: number | null
  dueDays: number | null
  roundTo: Rounding
  billing: Billing
  version: Generated<number>
}

interface DocumentsTable {
  tenantId: number
  id: string
  kind: DocumentKind
  side: Side
  status: DocumentStatus
  number: string | null
  fiscalYear: number | null
  revision: number
  revisedFrom: string | null
  title: string | null
  partyId: string
  contactId: string | null
  dealId: string | null
  ownerId: string | null
  teamId: string | null
  issuedOn: string
  validUntil: string | null
  dueOn: string | null
  promisedOn: string | null
  preparationId: string | null
  delivery: Progress | null
  invoicing: Progress | null
  currency: Currency
  exchangeRate: string | null
  settlement: Settlement
  channel: SalesChannel
  discountCodes: string[]
  shippingMethodId: string | null
  shipTo: string | null
  vehicle: string | null
  driver: string | null
  terms: string | null
  note: string | null
  internalNote: string | null
  roundTo: Rounding
  charges: Json<Charge[]>
  gross: string
  discount: string
  net: string
  chargesAmount: string
  vat: string
  rounding: string
  total: string
  netRial: string | null
  vatRial: string | null
  totalRial: string | null
  partyBlock: Json<PartyBlock> | null
  firmBlock: Json<PartyBlock> | null
  approval: Json<Approval> | null
  sentAt: string | null
  seenAt: string | null
  answer: Json<DocumentAnswer> | null
  cancelledReason: string | null
  custom: Json<CustomValues>
  search: string
  origin: DocumentOrigin
  originId: string | null
  issuedAt: string | null
  issuedBy: string | null
  createdAt: string
  createdBy: string | null
  updatedAt: string
  updatedBy: string | null
  deletedAt: string | null
  deletedBy: string | null
  version: number
}

interface DocumentLinesTable {
  tenantId: number
  id: string
  documentId: string
  position: number
  productId: string | null
  code: string
  name: string
  taxCode: string | null
  description: string | null
  unitId: string | null
  quantity: string
  priceBy: PriceBy
  listPrice: string
  unitPrice: string
  floor: string | null
  belowFloor: boolean
  manual: Json<ManualDiscount> | null
  gross: string
  discount: string
  net: string
  vatClassId: string | null
  vatTreatment: VatTreatment
  vatPercent: string
  vatName: string
  vatAmount: string
  total: string
  why: Json<Pick<PricedLine, 'steps' | 'passedOver'>>
  configuration: Json<ConfiguredOptions> | null
  note: string | null
  fromLineId: string | null
  serials: string[]
}
