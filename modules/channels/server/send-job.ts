import { buffer } from 'node:stream/consumers'
import { storedFile } from '@peyvand/files/server'
import { defineJob, type JobRun, together } from '@peyvand/platform/server'
import { z } from 'zod'
import { mailServer } from './mail-server.ts'
import type { Outcome } from './outcome.ts'
import { lockedMessage, moveMessage, type OutgoingRow } from './outgoing-messages.ts'
import { sendBySmsGateway } from './send-by-sms-gateway.ts'
import { type MailAttachment, sendBySmtp } from './send-by-smtp.ts'
import { smsGateway } from './sms-gateway.ts'

/** Minutes until the next attempt, by how many there were. */
const pauses = [1, 5, 30, 120]

/**
 * Hands one message over, at most once. `sending` is committed before the other side is spoken to; a run that finds it
 * so follows one that died in between, cannot know whether the message went out, and calls it uncertain.
 */
export const sendMessageJob = defineJob({
  name: 'channels.send',
  payload: z.object({ messageId: z.uuid() }),
  run: async (job, { messageId }) => {
    const begun = await job.inFirm(async (ctx) => {
      const message = await lockedMessage(ctx, messageId)
      if (!message) return null
      if (message.state === 'sending') {
        await moveMessage(ctx, message, 'lose', { fault: 'channels.lost' })
        return null
      }
      return (await moveMessage(ctx, message, 'begin')) ? message : null
    })
    if (!begun) return
    const outcome = await handOver(job, begun)
    await job.inFirm(async (ctx) => {
      const message = await lockedMessage(ctx, messageId)
      if (!message) return
      if (outcome.type === 'sent') await moveMessage(ctx, message, 'succeed', outcome)
      else if (outcome.type === 'refused') await moveMessage(ctx, message, 'fail', outcome)
      else if (outcome.type === 'uncertain') await moveMessage(ctx, message, 'lose', outcome)
      else {
        const pause = pauses[begun.attempts]
        if (pause === undefined) await moveMessage(ctx, message, 'fail', outcome)
        else if (await moveMessage(ctx, message, 'postpone', outcome))
          ctx.enqueue(
            sendMessageJob,
            { messageId },
            { runAt: new Date(ctx.now().getTime() + pause * 60_000) },
          )
      }
    })
  },
})

async function handOver(job: JobRun, message: OutgoingRow): Promise<Outcome> {
  const { id, recipient: to, recipientName: toName, subject, bodyText, bodyHtml } = message
  if (message.channel === 'email') {
    const server = await job.inFirm(mailServer.row, { readOnly: true })
    if (!server) return { type: 'refused', fault: 'channels.noMailServer' }
    const attachments = await attachmentsOf(job, message.fileIds)
    if (!attachments) return { type: 'refused', fault: 'channels.attachmentGone' }
    const mail = { id, to, toName, subject: subject ?? '', text: bodyText ?? '', html: bodyHtml, attachments }
    return sendBySmtp(job.app, server, mail)
  }
  const gateway = await job.inFirm(smsGateway.row, { readOnly: true })
  if (!gateway) return { type: 'refused', fault: 'channels.noSmsGateway' }
  return sendBySmsGateway(job.app, gateway, { id, to, text: bodyText ?? '' })
}

/** Null where one of the files is not there any more: a mail without what it speaks of is not sent. */
async function attachmentsOf(job: JobRun, fileIds: readonly string[]): Promise<MailAttachment[] | null> {
  const files = await job.inFirm(
    (ctx) => together(fileIds.map((id) => storedFile(ctx, id).catch(() => null))),
    { readOnly: true },
  )
  const attachments: MailAttachment[] = []
  for (const file of files) {
    if (!file) return null
    const content = await buffer(await job.app.storage.get(file.storageKey))
    attachments.push({ filename: file.name, contentType: file.type, content })
  }
  return attachments
}
