import { Currency, SalesChannel } from '@peyvand/catalog/contract'
import { FileInfo } from '@peyvand/files/contract'
import { Amount, CustomValues, Id, IsoDate, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'
import { Charge, ChargeInput, ExchangeRate, Rounding, Totals } from './amounts.ts'
import { Approval } from './approval.ts'
import { DocumentKind, Side } from './kinds.ts'
import { DocumentLine, DocumentLineInput, LineFault, PricedLine } from './lines.ts'
import { Progress } from './progress.ts'
import { DocumentStatus } from './statuses.ts'

export const Settlement = z.enum(['cash', 'credit'])
export type Settlement = z.infer<typeof Settlement>

export const DocumentOrigin = z.enum(['manual', 'import', 'api'])
export type DocumentOrigin = z.infer<typeof DocumentOrigin>

const line = (most: number) => z.string().trim().max(most).nullable()

const facts = {
  title: line(200),
  partyId: Id,
  /** The person at the party whom it is for. */
  contactId: Id.nullable(),
  dealId: Id.nullable(),
  /** The day it bears; prices and tax are those of this day. */
  issuedOn: IsoDate,
  validUntil: IsoDate.nullable(),
  dueOn: IsoDate.nullable(),
  /** When the goods are promised for. */
  promisedOn: IsoDate.nullable(),
  currency: Currency,
  /** Asked for at the issue of documents in another currency than Rial. */
  exchangeRate: ExchangeRate.nullable(),
  settlement: Settlement,
  channel: SalesChannel,
  /** Campaign codes that the customer named. */
  discountCodes: z.array(z.string().trim().min(1).max(40)).max(10),
  /** A value of the list `shippingMethods`. */
  shippingMethodId: Id.nullable(),
  shipTo: line(1000),
  vehicle: line(200),
  driver: line(200),
  /** Of an order: a value of the list `preparationStages`. */
  preparationId: Id.nullable(),
  terms: line(10_000),
  /** Printed. */
  note: line(5000),
  /** Never printed nor shown to the other side. */
  internalNote: line(5000),
  roundTo: Rounding,
  charges: z.array(ChargeInput).max(20),
  lines: z.array(DocumentLineInput).max(500),
  ownerId: Id.optional(),
  teamId: Id.nullable().optional(),
  fileIds: z.array(Id).max(50).optional(),
  custom: CustomValues.optional(),
}

export const CreateDocument = z.strictObject({
  ...facts,
  kind: DocumentKind,
  title: facts.title.default(null),
  contactId: facts.contactId.default(null),
  dealId: facts.dealId.default(null),
  /** Today where it is left out. */
  issuedOn: facts.issuedOn.optional(),
  /** By the firm's settings where they are left out. */
  validUntil: facts.validUntil.optional(),
  dueOn: facts.dueOn.optional(),
  roundTo: facts.roundTo.optional(),
  promisedOn: facts.promisedOn.default(null),
  currency: facts.currency.default('IRR'),
  exchangeRate: facts.exchangeRate.default(null),
  settlement: facts.settlement.default('cash'),
  channel: facts.channel.default('staff'),
  discountCodes: facts.discountCodes.default([]),
  shippingMethodId: facts.shippingMethodId.default(null),
  shipTo: facts.shipTo.default(null),
  vehicle: facts.vehicle.default(null),
  driver: facts.driver.default(null),
  preparationId: facts.preparationId.default(null),
  terms: facts.terms.default(null),
  note: facts.note.default(null),
  internalNote: facts.internalNote.default(null),
  charges: facts.charges.default([]),
  lines: facts.lines.default([]),
})
export type CreateDocument = z.output<typeof CreateDocument>

/**
 * Only what is sent changes; lines, charges and files are sent whole. Once a document is issued, only what is not
 * printed on it changes: `editableAfterIssue`.
 */
export const DocumentChange = z.strictObject(facts).partial().extend({ version: z.number().int() })
export type DocumentChange = z.output<typeof DocumentChange>

export const editableAfterIssue = [
  'title',
  'dealId',
  'promisedOn',
  'preparationId',
  'internalNote',
  'ownerId',
  'teamId',
  'fileIds',
  'custom',
] as const satisfies readonly (keyof DocumentChange)[]

/** A document that is being written, for its figures. */
export const PreviewDocument = z.strictObject({
  kind: DocumentKind,
  /** Of a draft that is there already. */
  id: Id.optional(),
  partyId: Id.nullable().default(null),
  issuedOn: IsoDate.optional(),
  currency: Currency.default('IRR'),
  exchangeRate: ExchangeRate.nullable().default(null),
  channel: SalesChannel.default('staff'),
  discountCodes: facts.discountCodes.default([]),
  roundTo: Rounding.default(0),
  charges: facts.charges.default([]),
  lines: facts.lines,
})
export type PreviewDocument = z.output<typeof PreviewDocument>

export const DocumentPreview = z.object({
  /** In the order given; null for one that `faults` tells of, which the totals leave out. */
  lines: z.array(PricedLine.nullable()),
  faults: z.array(LineFault),
  charges: z.array(Charge),
  totals: Totals,
})
export type DocumentPreview = z.infer<typeof DocumentPreview>

/** A seller or buyer as papers name them. */
export const PartyBlock = z.object({
  name: z.string(),
  kind: z.enum(['person', 'organization']),
  nationalId: z.string().nullable(),
  economicCode: z.string().nullable(),
  registrationNumber: z.string().nullable(),
  /** Code of the province as in `GET /places`. */
  province: z.string().nullable(),
  county: z.string().nullable(),
  city: z.string().nullable(),
  postalCode: z.string().nullable(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  fax: z.string().nullable(),
})
export type PartyBlock = z.infer<typeof PartyBlock>

export const DocumentLink = z.object({
  id: Id,
  kind: DocumentKind,
  number: z.string().nullable(),
  revision: z.number().int(),
  status: DocumentStatus,
  issuedOn: IsoDate,
  currency: Currency,
  total: Amount,
})
export type DocumentLink = z.infer<typeof DocumentLink>

/** What the other side answered to an offer. */
export const DocumentAnswer = z.object({
  accepted: z.boolean(),
  at: z.string(),
  /** Who signed on the public page; null where a colleague noted it. */
  signer: z.string().nullable(),
  comment: z.string().nullable(),
})
export type DocumentAnswer = z.infer<typeof DocumentAnswer>

export const DocumentRow = z.object({
  id: Id,
  kind: DocumentKind,
  side: Side,
  status: DocumentStatus,
  /** Issued, not answered, and its last day is over. */
  expired: z.boolean(),
  /** Null until it is issued. */
  number: z.string().nullable(),
  revision: z.number().int(),
  title: z.string().nullable(),
  party: Ref,
  contact: Ref.nullable(),
  deal: Ref.nullable(),
  owner: Ref.nullable(),
  team: Ref.nullable(),
  issuedOn: IsoDate,
  validUntil: IsoDate.nullable(),
  dueOn: IsoDate.nullable(),
  promisedOn: IsoDate.nullable(),
  preparation: Ref.nullable(),
  /** Of issued orders: what was delivered and invoiced of them; null where that is not asked. */
  delivery: Progress.nullable(),
  invoicing: Progress.nullable(),
  currency: Currency,
  settlement: Settlement,
  net: Amount,
  vat: Amount,
  total: Amount,
  totalRial: Amount.nullable(),
  sentAt: z.string().nullable(),
  seenAt: z.string().nullable(),
  answer: DocumentAnswer.nullable(),
  custom: CustomValues,
  createdAt: z.string(),
  updatedAt: z.string(),
  issuedAt: z.string().nullable(),
  deletedAt: z.string().nullable(),
  version: z.number().int(),
  can: z.object({ update: z.boolean() }),
})
export type DocumentRow = z.infer<typeof DocumentRow>

export const Document = DocumentRow.extend({
  fiscalYear: z.number().int().nullable(),
  exchangeRate: z.string().nullable(),
  channel: SalesChannel,
  discountCodes: z.array(z.string()),
  shippingMethod: Ref.nullable(),
  shipTo: z.string().nullable(),
  vehicle: z.string().nullable(),
  driver: z.string().nullable(),
  terms: z.string().nullable(),
  note: z.string().nullable(),
  internalNote: z.string().nullable(),
  roundTo: Rounding,
  charges: z.array(Charge),
  lines: z.array(DocumentLine),
  totals: Totals,
  /** The party as it is named on the paper: as it was at the issue, of a draft as it is now. */
  partyBlock: PartyBlock,
  /** The firm as it was named at the issue; null until then. */
  firmBlock: PartyBlock.nullable(),
  approval: Approval.nullable(),
  cancelledReason: z.string().nullable(),
  /** Documents that lines were carried on from, and those made of this one; those that I may see. */
  sources: z.array(DocumentLink),
  followers: z.array(DocumentLink),
  /** All of the same number, the first one first; empty where there is one only. */
  revisions: z.array(DocumentLink),
  /** Kinds that something of it is left for. */
  convertsTo: z.array(DocumentKind),
  origin: DocumentOrigin,
  files: z.array(FileInfo),
  createdBy: Ref.nullable(),
  updatedBy: Ref.nullable(),
  issuedBy: Ref.nullable(),
  can: z.object({
    update: z.boolean(),
    /** Everything that is printed, too. */
    rewrite: z.boolean(),
    issue: z.boolean(),
    approve: z.boolean(),
    withdraw: z.boolean(),
    accept: z.boolean(),
    reject: z.boolean(),
    finish: z.boolean(),
    reopen: z.boolean(),
    revise: z.boolean(),
    convert: z.boolean(),
    copy: z.boolean(),
    cancel: z.boolean(),
    /** To the other side, by e-mail, SMS or an address. */
    send: z.boolean(),
    delete: z.boolean(),
    restore: z.boolean(),
  }),
})
export type Document = z.infer<typeof Document>
