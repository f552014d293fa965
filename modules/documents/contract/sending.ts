import { defineRoute, Id, IdParams, Locale, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'

/** `link` is an address to be given on by hand, in Telegram or wherever. */
export const ShareChannel = z.enum(['link', 'email', 'sms'])
export type ShareChannel = z.infer<typeof ShareChannel>

/** An address of the public page of a document that was given out; the address itself is shown once, when it is made. */
export const DocumentShare = z.object({
  id: Id,
  channel: ShareChannel,
  recipient: z.string().nullable(),
  createdAt: z.string(),
  createdBy: Ref.nullable(),
  expiresAt: z.string(),
  revokedAt: z.string().nullable(),
  seenAt: z.string().nullable(),
  views: z.number().int(),
})
export type DocumentShare = z.infer<typeof DocumentShare>

const Link = {
  /** Of the page, the paper, and the texts around them; the firm's where it is left out. */
  language: Locale.optional(),
  designId: Id.optional(),
  /** Days for which the page opens. */
  days: z.number().int().min(1).max(365).default(30),
}
const Message = z.string().trim().max(2000)

export const SendDocument = z.discriminatedUnion('channel', [
  z.strictObject({ channel: z.literal('link'), ...Link }),
  z.strictObject({
    channel: z.literal('email'),
    ...Link,
    to: z.email().max(200),
    /** The usual ones where they are left out; the link follows the message by itself. */
    subject: z.string().trim().max(200).optional(),
    message: Message.optional(),
    attachesPdf: z.boolean().default(true),
  }),
  z.strictObject({
    channel: z.literal('sms'),
    ...Link,
    to: z.string().trim().min(5).max(20),
    message: Message.optional(),
  }),
])
export type SendDocument = z.output<typeof SendDocument>

export const SentDocument = z.object({
  share: DocumentShare,
  /** Opens the public page; not shown again. */
  address: z.string(),
})
export type SentDocument = z.infer<typeof SentDocument>

const errors = ['documents.notFound'] as const

export const sendDocumentRoute = defineRoute({
  method: 'POST',
  path: '/documents/:id/send',
  summary:
    'Send an issued document: an e-mail with its PDF, an SMS, or an address to give on; it stands in the party’s file',
  permission: 'documents.issue',
  params: IdParams,
  body: SendDocument,
  answer: SentDocument,
  status: 201,
  errors: [
    ...errors,
    'documents.notSendable',
    'documents.notDrawn',
    'channels.noMailServer',
    'channels.noSmsGateway',
  ],
  holdsSecret: true,
})

export const listDocumentSharesRoute = defineRoute({
  method: 'GET',
  path: '/documents/:id/shares',
  summary: 'To whom a document was sent, and whether they looked at it',
  permission: 'documents.read',
  params: IdParams,
  answer: z.object({
    items: z.array(DocumentShare),
    /** Ways that the firm has set up. */
    ways: z.object({ email: z.boolean(), sms: z.boolean() }),
  }),
  errors: [...errors],
})

export const revokeDocumentShareRoute = defineRoute({
  method: 'DELETE',
  path: '/documents/:id/shares/:shareId',
  summary: 'Close the public page that an address opens',
  permission: 'documents.issue',
  params: z.object({ id: Id, shareId: Id }),
  answer: 'none',
  errors: [...errors],
})
