import { defineEvent, Id } from '@peyvand/platform/contract'
import { z } from 'zod'
import { DocumentKind } from './kinds.ts'

const About = z.object({
  documentId: Id,
  kind: DocumentKind,
  number: z.string().nullable(),
  partyId: Id,
  dealId: Id.nullable(),
  ownerId: Id.nullable(),
})
const record = '/documents/:documentId'

export const documentCreated = defineEvent('documents.document.created', About, {
  label: { fa: 'سند ایجاد شد', en: 'Document begun' },
  record,
})
/** `fields` are the names of those that changed, own ones as `custom.<key>`. */
export const documentUpdated = defineEvent(
  'documents.document.updated',
  About.extend({ fields: z.array(z.string()) }),
  { label: { fa: 'سند ویرایش شد', en: 'Document changed' }, record },
)
export const documentSubmitted = defineEvent('documents.document.submitted', About, {
  label: { fa: 'سند منتظر تأیید شد', en: 'Document waits for approval' },
  record,
})
export const documentDeclined = defineEvent('documents.document.declined', About, {
  label: { fa: 'سند تأیید نشد', en: 'Document not approved' },
  record,
})
export const documentIssued = defineEvent('documents.document.issued', About, {
  label: { fa: 'سند صادر شد', en: 'Document issued' },
  record,
})
/** `bySigner` where the other side did it itself, on the public page. */
const Answered = About.extend({ bySigner: z.boolean() })
export const documentAccepted = defineEvent('documents.document.accepted', Answered, {
  label: { fa: 'سند پذیرفته شد', en: 'Document accepted' },
  record,
})
export const documentRejected = defineEvent('documents.document.rejected', Answered, {
  label: { fa: 'سند رد شد', en: 'Document rejected' },
  record,
})
export const documentFinished = defineEvent('documents.document.finished', About, {
  label: { fa: 'کار سند انجام شد', en: 'Document done' },
  record,
})
export const documentCancelled = defineEvent(
  'documents.document.cancelled',
  About.extend({ reason: z.string() }),
  { label: { fa: 'سند باطل شد', en: 'Document cancelled' }, record },
)
export const documentDeleted = defineEvent('documents.document.deleted', About, {
  label: { fa: 'پیش‌نویس سند به سطل بازیافت رفت', en: 'Draft moved to the bin' },
})
export const documentRestored = defineEvent('documents.document.restored', About, {
  label: { fa: 'پیش‌نویس سند از سطل بازیافت برگشت', en: 'Draft restored' },
  record,
})
