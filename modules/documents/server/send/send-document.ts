import { Readable } from 'node:stream'
import { announceCreated, insertActivity } from '@peyvand/activities/server'
import { hasMailServer, hasSmsGateway, sendMail, sendSms } from '@peyvand/channels/server'
import { finishUpload, storeContent } from '@peyvand/files/server'
import { firmSettings } from '@peyvand/identity/server'
import { parseMobile } from '@peyvand/persian'
import type { Locale } from '@peyvand/platform/contract'
import {
  type Actor,
  type App,
  AppError,
  badField,
  type Ctx,
  type Drawing,
  setDrawing,
  withCtx,
} from '@peyvand/platform/server'
import { type Document, isStanding, type SendDocument, type SentDocument } from '../../contract/index.ts'
import { noteTransit } from '../answer-document.ts'
import { lockDocument } from '../document-access.ts'
import { getDocument } from '../document-queries.ts'
import { documentDrawing } from '../paper/document-drawing.ts'
import { type MessageTexts, mailTexts, smsText } from './message-texts.ts'
import { makeShare } from './shares.ts'

/**
 * Sends an issued document: its address, and by e-mail its PDF too. What was sent stands in the party's file.
 * @throws AppError documents.notFound (404), documents.notSendable, channels.noMailServer, channels.noSmsGateway (409),
 * documents.notDrawn (422); badInput (400) at `to`, `designId`
 */
export async function sendDocument(
  app: App,
  actor: Actor,
  { id, input: given }: { id: string; input: SendDocument },
): Promise<SentDocument> {
  const input = withMobile(given)
  const { drawing, language } = await withCtx(app, {
    actor,
    run: async (ctx) => {
      const document = await sendableDocument(ctx, id, input)
      const { designId } = input
      const language = input.language ?? (await firmSettings(ctx)).locale
      return { drawing: await documentDrawing(ctx, document, { designId, language }), language }
    },
  })
  const fileId = await pdfOf(app, actor, input, drawing)
  return withCtx(app, {
    actor,
    run: async (ctx) => {
      const document = await sendableDocument(ctx, id, input)
      if (fileId) await finishUpload(ctx, fileId)
      const { share, token } = await makeShare(ctx, {
        document,
        channel: input.channel,
        recipient: input.channel === 'link' ? null : input.to,
        language,
        designId: input.designId ?? null,
        days: input.days,
      })
      const address = `${app.publicUrl}/d/${token}`
      await handOver(ctx, { document, input, language, address, key: share.id, fileId })
      await noteTransit(ctx, id, 'sent')
      return { share, address }
    },
  })
}

type Sending = SendDocument

/** Whatever way a mobile number is written in, it is kept in one. */
function withMobile(input: Sending): Sending {
  if (input.channel !== 'sms') return input
  const mobile = parseMobile(input.to)
  if (!mobile.ok) throw badField('to', 'documents.badMobile')
  return { ...input, to: mobile.value }
}

/** Read under a lock, so that nothing is sent of what is cancelled meanwhile. */
async function sendableDocument(ctx: Ctx, id: string, { channel }: Sending): Promise<Document> {
  const { status } = await lockDocument(ctx, id, 'issue')
  if (!isStanding(status)) throw new AppError('documents.notSendable', { status: 409 })
  if (channel === 'email' && !(await hasMailServer(ctx)))
    throw new AppError('channels.noMailServer', { status: 409 })
  if (channel === 'sms' && !(await hasSmsGateway(ctx)))
    throw new AppError('channels.noSmsGateway', { status: 409 })
  return getDocument(ctx, id)
}

async function pdfOf(app: App, actor: Actor, input: Sending, drawing: Drawing): Promise<string | null> {
  if (input.channel !== 'email' || !input.attachesPdf) return null
  const content = await setDrawing(app, drawing, { format: 'pdf', fault: 'documents.notDrawn' })
  return storeContent(app, actor, { name: `${drawing.name}.pdf`, content: Readable.from([content]) })
}

interface HandOver {
  document: Document
  input: Sending
  language: Locale
  address: string
  /** A share is sent once. */
  key: string
  fileId: string | null
}

async function handOver(
  ctx: Ctx,
  { document, input, language, address, key, fileId }: HandOver,
): Promise<void> {
  if (input.channel === 'link') return
  const about = { document, language, address, firm: ctx.actor.firm.name }
  if (input.channel === 'sms') {
    const text = smsText(ctx, { ...about, message: input.message })
    await sendSms(ctx, { key: `documents:${key}`, to: input.to, text })
    return keepInFile(ctx, document, {
      kind: 'sms',
      to: input.to,
      texts: { subject: text.split('\n')[0] ?? '', text },
    })
  }
  const texts = mailTexts(ctx, { ...about, subject: input.subject, message: input.message })
  const fileIds = fileId ? [fileId] : []
  await sendMail(ctx, { key: `documents:${key}`, to: input.to, toName: null, ...texts, fileIds })
  return keepInFile(ctx, document, { kind: 'email', to: input.to, texts, fileIds })
}

interface Kept {
  kind: 'email' | 'sms'
  to: string
  texts: Pick<MessageTexts, 'subject' | 'text'>
  fileIds?: string[]
}

/** Who may send a document has it kept in the file, whatever else they may write there. */
async function keepInFile(
  ctx: Ctx,
  { id, party, team, owner }: Document,
  { kind, to, texts, fileIds = [] }: Kept,
): Promise<void> {
  const now = ctx.now().toISOString()
  const ownerId = ctx.actor.userId ?? owner?.id
  if (!ownerId) return
  const row = await insertActivity(ctx, {
    kind,
    direction: 'outgoing',
    status: 'done',
    subject: texts.subject,
    // The address opens the document to whoever has it: it stays with the one who got it.
    body: texts.text.replace(/https?:\/\/\S+\/d\/\S+/g, '…'),
    occurredAt: now,
    doneAt: now,
    ownerId,
    teamId: team?.id ?? null,
    details: {
      letter: null,
      fax: null,
      call: null,
      meeting: null,
      task: null,
      message: { sender: null, addresses: [to], copies: [] },
    },
    parties: [{ partyId: party.id, role: 'recipient' }],
    targets: [{ type: 'documents', id }],
    participants: [],
    tagIds: [],
    fileIds,
    custom: {},
  })
  await announceCreated(ctx, row)
}
