import { Percent } from '@peyvand/catalog/contract'
import { Amount, defineRoute, Id, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'
import { Rounding } from './amounts.ts'
import { DocumentKind } from './kinds.ts'

const Limit = z.string().regex(/^\d{1,18}$/)

/** When documents of some kinds wait for approval before they are issued. */
export const ApprovalRule = z.strictObject({
  /** Every kind with prices where it is empty. */
  kinds: z.array(DocumentKind).max(20).default([]),
  /** Where a line, or the whole, has more off than this percent. */
  discountOver: Percent.nullable().default(null),
  /** Where the total in Rial is more than this. */
  amountOver: Limit.nullable().default(null),
  /** Where a line is below its floor price. */
  belowFloor: z.boolean().default(true),
  /** Where the party would owe more than this, in Rial, for what was sold to it on credit. */
  creditOver: Limit.nullable().default(null),
})
export type ApprovalRule = z.output<typeof ApprovalRule>

export const ApprovalReason = z.object({
  because: z.enum(['discount', 'amount', 'floor', 'credit']),
  /** What the rule allows and what the document has: percent of `discount`, Rial of the others. */
  limit: z.string(),
  value: z.string(),
  /** Lines, from 0 on, that are the cause. */
  lines: z.array(z.number().int()),
})
export type ApprovalReason = z.infer<typeof ApprovalReason>

export const Approval = z.object({
  reasons: z.array(ApprovalReason),
  askedBy: Ref.nullable(),
  askedAt: z.string(),
  decision: z.enum(['approved', 'declined']).nullable(),
  decidedBy: Ref.nullable(),
  decidedAt: z.string().nullable(),
  note: z.string().nullable(),
})
export type Approval = z.infer<typeof Approval>

/** What is made of an order when it is issued. */
export const Billing = z.enum(['byHand', 'proforma', 'invoice'])
export type Billing = z.infer<typeof Billing>

const settings = {
  rules: z.array(ApprovalRule).max(50),
  /** Days for which offers hold; null for no last day. */
  validDays: z.number().int().min(1).max(365).nullable(),
  /** Days in which documents on credit are to be paid. */
  dueDays: z.number().int().min(0).max(365).nullable(),
  roundTo: Rounding,
  billing: Billing,
}

export const DocumentSettings = z.object({ ...settings, version: z.number().int() })
export type DocumentSettings = z.output<typeof DocumentSettings>

/** Sent whole. */
export const DocumentSettingsChange = z.strictObject({ ...settings, version: z.number().int() })
export type DocumentSettingsChange = z.output<typeof DocumentSettingsChange>

export const getDocumentSettingsRoute = defineRoute({
  method: 'GET',
  path: '/documents/settings',
  summary: 'When documents need approval, and what new ones begin with',
  permission: 'documents.read',
  answer: DocumentSettings,
})

export const updateDocumentSettingsRoute = defineRoute({
  method: 'PUT',
  path: '/documents/settings',
  summary: 'Set when documents need approval, and what new ones begin with',
  permission: 'documents.manage',
  body: DocumentSettingsChange,
  answer: DocumentSettings,
})

/** What a product was bought or sold for by a party, of standing invoices less returns. */
export const PurchasedProduct = z.object({
  product: Ref.extend({ code: z.string() }),
  unit: Ref.nullable(),
  quantity: z.string(),
  /** Of lines without tax, in Rial. */
  netRial: Amount,
  /** Invoices that it was in. */
  times: z.number().int(),
  firstOn: z.string(),
  lastOn: z.string(),
  lastDocumentId: Id,
})
export type PurchasedProduct = z.infer<typeof PurchasedProduct>
