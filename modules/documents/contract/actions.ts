import { Quantity } from '@peyvand/catalog/contract'
import { defineRoute, Id, IdParams } from '@peyvand/platform/contract'
import { z } from 'zod'
import { Document } from './documents.ts'
import { DocumentKind } from './kinds.ts'

const Versioned = z.strictObject({ version: z.number().int() })
const Noted = Versioned.extend({ note: z.string().trim().max(2000).nullable().default(null) })
export type Noted = z.output<typeof Noted>

export const CancelDocument = Versioned.extend({ reason: z.string().trim().min(1).max(1000) })
export type CancelDocument = z.output<typeof CancelDocument>

export const ConvertDocument = z.strictObject({
  kind: DocumentKind,
  /** Everything that is left where it is left out. */
  lines: z
    .array(z.strictObject({ lineId: Id, quantity: Quantity }))
    .min(1)
    .max(500)
    .optional(),
  /** The other side of what is made where it is another one: the supplier of a purchase. */
  partyId: Id.optional(),
})
export type ConvertDocument = z.output<typeof ConvertDocument>

const errors = ['documents.notFound', 'documents.statusForbids'] as const
const issue = 'documents.issue'

const action = <B extends z.ZodType>(
  name: string,
  {
    summary,
    permission,
    body,
    more = [],
  }: { summary: string; permission: string; body: B; more?: readonly string[] },
) =>
  defineRoute({
    method: 'POST',
    path: `/documents/:id/${name}`,
    summary,
    permission,
    params: IdParams,
    body,
    answer: Document,
    errors: [...errors, ...more],
  })

export const issueDocumentRoute = action('issue', {
  summary: 'Give a draft its number, or ask for the approval that the firm’s rules want',
  permission: issue,
  body: Versioned,
  more: ['documents.noLines', 'documents.rateMissing', 'documents.hasFollowers'],
})

export const approveDocumentRoute = action('approve', {
  summary: 'Approve a document that waits, and issue it',
  permission: 'documents.approve',
  body: Noted,
  more: ['documents.hasFollowers'],
})

export const declineDocumentRoute = action('decline', {
  summary: 'Give a document that waits back to be changed',
  permission: 'documents.approve',
  body: Noted,
})

export const withdrawDocumentRoute = action('withdraw', {
  summary: 'Take a document back that waits for approval',
  permission: issue,
  body: Versioned,
})

export const acceptDocumentRoute = action('accept', {
  summary: 'Note that the other side accepted an offer',
  permission: issue,
  body: Noted,
})

export const rejectDocumentRoute = action('reject', {
  summary: 'Note that the other side rejected an offer',
  permission: issue,
  body: Noted,
  more: ['documents.hasFollowers'],
})

export const finishDocumentRoute = action('finish', {
  summary: 'Note that nothing is left to do',
  permission: issue,
  body: Versioned,
})

export const reopenDocumentRoute = action('reopen', {
  summary: 'Note that there is something to do again',
  permission: issue,
  body: Versioned,
})

export const cancelDocumentRoute = action('cancel', {
  summary: 'Cancel an issued document with a reason; its number stays',
  permission: 'documents.cancel',
  body: CancelDocument,
  more: ['documents.hasFollowers'],
})

const made = <B extends z.ZodType>(name: string, summary: string, body: B) =>
  defineRoute({
    method: 'POST',
    path: `/documents/:id/${name}`,
    summary,
    permission: 'documents.create',
    params: IdParams,
    body,
    answer: Document,
    status: 201,
    errors: [
      ...errors,
      'documents.notConvertible',
      'documents.overdrawn',
      'documents.hasFollowers',
      'documents.revisionOpen',
    ],
  })

export const convertDocumentRoute = made(
  'convert',
  'Make the next document of what is left of this one, or of a part of it',
  ConvertDocument,
)

export const reviseDocumentRoute = made(
  'revise',
  'Begin the next revision; this one counts until that is issued',
  z.strictObject({}),
)

export const copyDocumentRoute = made(
  'copy',
  'Begin a document of the same kind with the same lines, at today’s prices',
  z.strictObject({}),
)
