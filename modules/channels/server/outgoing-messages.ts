import { type ListQuery, nextState } from '@peyvand/platform/contract'
import { type Ctx, type ListSource, newId, runList, type Tables } from '@peyvand/platform/server'
import { type Selectable, sql } from 'kysely'
import {
  type OutgoingAction,
  type OutgoingMessage,
  OutgoingState,
  outgoingTransitions,
} from '../contract/index.ts'
import './tables.ts'

export type OutgoingRow = Selectable<Tables['outgoingMessages']>

const source: ListSource = {
  id: sql`m.id`,
  defaultSort: '-createdAt',
  columns: {
    channel: {
      type: 'enum',
      label: 'channels.message.channel',
      sql: sql`m.channel`,
      options: { email: 'channels.email', sms: 'channels.sms' },
    },
    state: {
      type: 'enum',
      label: 'channels.message.state',
      sql: sql`m.state`,
      options: Object.fromEntries(OutgoingState.options.map((state) => [state, `channels.state.${state}`])),
    },
    to: { type: 'text', label: 'channels.message.to', sql: sql`m.recipient` },
    createdAt: {
      type: 'instant',
      label: 'channels.message.createdAt',
      sql: sql`m.created_at`,
      sortable: true,
    },
  },
}

/** The log of what was sent, newest first; texts are not shown. */
export async function listOutgoingMessages(ctx: Ctx, query: ListQuery) {
  const rows = ctx.db
    .selectFrom('outgoingMessages as m')
    .selectAll('m')
    .where('m.tenantId', '=', ctx.tenantId)
  const page = await runList(ctx, { source, rows, query })
  return { ...page, items: page.items.map(view) }
}

/** Takes a message into the queue; null when one of its key is there already. */
export async function queueMessage(
  ctx: Ctx,
  message: Pick<
    OutgoingRow,
    'channel' | 'key' | 'recipient' | 'recipientName' | 'subject' | 'bodyText' | 'bodyHtml' | 'fileIds'
  >,
): Promise<string | null> {
  const row = await ctx.db
    .insertInto('outgoingMessages')
    .values({
      tenantId: ctx.tenantId,
      id: newId(),
      ...message,
      state: 'queued',
      fault: null,
      providerId: null,
      createdAt: ctx.now().toISOString(),
      sendingAt: null,
      sentAt: null,
    })
    .onConflict((oc) => oc.constraint('outgoing_messages_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** The message, locked against a second run. */
export async function lockedMessage(ctx: Ctx, id: string): Promise<OutgoingRow | undefined> {
  return ctx.db
    .selectFrom('outgoingMessages')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

interface Move {
  fault?: string | null
  providerId?: string | null
}

/** Moves a message by the transition table; false where the table does not allow it. */
export async function moveMessage(
  ctx: Ctx,
  { id, state, attempts }: Pick<OutgoingRow, 'id' | 'state' | 'attempts'>,
  action: OutgoingAction,
  { fault = null, providerId = null }: Move = {},
): Promise<boolean> {
  const next = nextState(outgoingTransitions, state, action)
  if (!next) return false
  const now = ctx.now().toISOString()
  const isOver = next === 'sent' || next === 'failed'
  await ctx.db
    .updateTable('outgoingMessages')
    .set({
      state: next,
      fault,
      ...(next === 'sending' ? { sendingAt: now, attempts: attempts + 1 } : {}),
      ...(next === 'sent' ? { sentAt: now, providerId } : {}),
      // Texts hold names and one-time links: nobody needs them once they are out.
      ...(isOver ? { bodyText: null, bodyHtml: null } : {}),
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  return true
}

const view = (row: OutgoingRow): OutgoingMessage => ({
  id: row.id,
  channel: row.channel,
  to: row.recipient,
  subject: row.subject,
  state: row.state,
  attempts: row.attempts,
  fault: row.fault,
  createdAt: row.createdAt,
  sentAt: row.sentAt,
})
