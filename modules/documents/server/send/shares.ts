import { firmOfToken, hashToken, newFirmToken, userName } from '@peyvand/identity/server'
import type { Locale } from '@peyvand/platform/contract'
import { type Ctx, newId, notFound, type Tables } from '@peyvand/platform/server'
import { type Selectable, sql } from 'kysely'
import type { Document, DocumentShare, ShareChannel } from '../../contract/index.ts'
import { getDocument } from '../document-queries.ts'
import '../paper/tables.ts'

export type ShareRow = Selectable<Tables['documentShares']>

const dayMs = 24 * 60 * 60 * 1000

interface NewShare {
  document: Document
  channel: ShareChannel
  recipient: string | null
  language: Locale
  designId: string | null
  days: number
}

/** Makes an address of the public page; its token is answered here alone. */
export async function makeShare(
  ctx: Ctx,
  { days, document, ...given }: NewShare,
): Promise<{ share: DocumentShare; token: string }> {
  const token = newFirmToken(ctx.tenantId)
  const now = ctx.now()
  const id = newId()
  await ctx.db
    .insertInto('documentShares')
    .values({
      tenantId: ctx.tenantId,
      id,
      documentId: document.id,
      ...given,
      tokenHash: hashToken(token),
      createdAt: now.toISOString(),
      createdBy: ctx.actor.userId,
      expiresAt: new Date(now.getTime() + days * dayMs).toISOString(),
      revokedAt: null,
      seenAt: null,
    })
    .execute()
  const { channel, recipient } = given
  auditShare(ctx, document, {
    action: 'create',
    id,
    changes: { channel: { to: channel }, recipient: { to: recipient } },
  })
  const share = (await sharesWhere(ctx, document.id)).find((one) => one.id === id)
  if (!share) throw notFound()
  return { share, token }
}

/** To whom a document was given, the latest first. @throws AppError documents.notFound (404) */
export async function sharesOf(ctx: Ctx, documentId: string): Promise<DocumentShare[]> {
  await getDocument(ctx, documentId)
  return sharesWhere(ctx, documentId)
}

/** Closes the page that an address opens. @throws AppError notFound (404) */
export async function revokeShare(ctx: Ctx, { id, shareId }: { id: string; shareId: string }): Promise<void> {
  const document = await getDocument(ctx, id)
  const revoked = await ctx.db
    .updateTable('documentShares')
    .set({ revokedAt: sql`coalesce(revoked_at, ${ctx.now().toISOString()})` })
    .where('tenantId', '=', ctx.tenantId)
    .where('documentId', '=', id)
    .where('id', '=', shareId)
    .returning('recipient')
    .executeTakeFirst()
  if (!revoked) throw notFound()
  auditShare(ctx, document, { action: 'delete', id: shareId })
  ctx.live({ topic: 'documents', id })
}

/** The address that a token is of; null where it is of none, or was closed, or its days are over. */
export async function openShare(ctx: Ctx, token: string): Promise<ShareRow | null> {
  if (firmOfToken(token) !== ctx.tenantId) return null
  const row = await ctx.db
    .selectFrom('documentShares')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('tokenHash', '=', hashToken(token))
    .executeTakeFirst()
  const isOpen = row && row.revokedAt === null && row.expiresAt > ctx.now().toISOString()
  return isOpen ? row : null
}

/** Notes that somebody opened the page. */
export async function noteView(ctx: Ctx, { id }: Pick<ShareRow, 'id'>): Promise<void> {
  await ctx.db
    .updateTable('documentShares')
    .set({
      seenAt: sql`coalesce(seen_at, ${ctx.now().toISOString()})`,
      views: sql`views + 1`,
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

interface Noted {
  action: 'create' | 'update' | 'delete'
  id: string
  changes?: Record<string, { to: string | null }>
}

/** Addresses are records of their own in the log: what is done by them changes nothing that is printed. */
export function auditShare(ctx: Ctx, document: Document, { action, id, changes = {} }: Noted): void {
  const { number, title, kind } = document
  ctx.audit({ action, record: 'documentShares', recordId: id, label: number ?? title ?? kind, changes })
}

async function sharesWhere(ctx: Ctx, documentId: string): Promise<DocumentShare[]> {
  const rows = await ctx.db
    .selectFrom('documentShares as s')
    .selectAll('s')
    .select(userName(sql`s.created_by`).as('createdByName'))
    .where('s.tenantId', '=', ctx.tenantId)
    .where('s.documentId', '=', documentId)
    .orderBy('s.id', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    channel: row.channel,
    recipient: row.recipient,
    createdAt: row.createdAt,
    createdBy: row.createdBy && row.createdByName ? { id: row.createdBy, name: row.createdByName } : null,
    expiresAt: row.expiresAt,
    revokedAt: row.revokedAt,
    seenAt: row.seenAt,
    views: row.views,
  }))
}
