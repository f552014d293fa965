import type { Ctx } from '@peyvand/platform/server'
import { hasMailServer } from './mail-server.ts'
import { queueMessage } from './outgoing-messages.ts'
import { sendMessageJob } from './send-job.ts'
import { hasSmsGateway } from './sms-gateway.ts'

export interface OutgoingMail {
  /** A second mail of the same key is not sent: `notification:<id>`. */
  key: string
  to: string
  toName?: string | null
  subject: string
  text: string
  /** The same for mail programs that show HTML. */
  html?: string | null
  /** Files that go along; they are read when it is sent, so something must hold them until then. */
  fileIds?: readonly string[]
}

export interface OutgoingSms {
  key: string
  /** E.164. */
  to: string
  text: string
}

/**
 * Sends an e-mail by the firm's server, as a job of this transaction: not at all when it is rolled back, at most once
 * otherwise. Answers whether it was taken into the queue: not without a mail server, nor a second time.
 */
export async function sendMail(
  ctx: Ctx,
  { key, to, toName, subject, text, html, fileIds = [] }: OutgoingMail,
): Promise<boolean> {
  if (!(await hasMailServer(ctx))) return false
  return queued(
    ctx,
    await queueMessage(ctx, {
      channel: 'email',
      key,
      recipient: to,
      recipientName: toName ?? null,
      subject,
      bodyText: text,
      bodyHtml: html ?? null,
      fileIds: [...fileIds],
    }),
  )
}

/** Sends an SMS by the firm's gateway, in the same way. */
export async function sendSms(ctx: Ctx, { key, to, text }: OutgoingSms): Promise<boolean> {
  if (!(await hasSmsGateway(ctx))) return false
  return queued(
    ctx,
    await queueMessage(ctx, {
      channel: 'sms',
      key,
      recipient: to,
      recipientName: null,
      subject: null,
      bodyText: text,
      bodyHtml: null,
      fileIds: [],
    }),
  )
}

function queued(ctx: Ctx, messageId: string | null): boolean {
  if (messageId === null) return false
  ctx.enqueue(sendMessageJob, { messageId }, { key: `channels.send:${messageId}` })
  return true
}
