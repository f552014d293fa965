import {
  type HandedOver,
  type HandOver,
  requireFullReach,
  teamsOfUser,
  type Work,
} from '@peyvand/identity/server'
import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { noteChange } from './document-events.ts'
import './tables.ts'

const kind = 'documents'

/** The documents that a user still has something to do with: what is written, waits, or is to be answered or done. */
export async function documentsOfUser(ctx: Ctx, userId: string): Promise<Work[]> {
  const { count } = await openOf(ctx, userId)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return [
    { kind, label: { fa: 'اسناد فروش و خرید در جریان', en: 'Open sales and purchase documents' }, count },
  ]
}

/** Gives them to a colleague. @throws AppError users.handOverReach (403) */
export async function handOverDocuments(
  ctx: Ctx,
  { kind: given, userId, toId }: HandOver,
): Promise<HandedOver | null> {
  if (given !== kind) return null
  requireFullReach(ctx, 'documents.update')
  const documents = await openOf(ctx, userId).selectAll('d').forUpdate().execute()
  const [teamId = null] = await teamsOfUser(ctx, toId)
  await ctx.db
    .updateTable('documents as d')
    .set({
      ownerId: toId,
      teamId,
      updatedAt: ctx.now().toISOString(),
      updatedBy: ctx.actor.userId,
      version: sql`d.version + 1`,
    })
    .where('d.tenantId', '=', ctx.tenantId)
    .where('d.ownerId', '=', userId)
    .where('d.deletedAt', 'is', null)
    .where(isOpen)
    .execute()
  for (const document of documents) noteChange(ctx, document, { ...document, ownerId: toId, teamId })
  return { count: documents.length, operationId: null }
}

/** Documents of a team that is no more are the team's above it. */
export async function moveToParentTeam(
  ctx: Ctx,
  { teamId, parentId }: { teamId: string; parentId: string | null },
): Promise<void> {
  await ctx.db
    .updateTable('documents')
    .set({ teamId: parentId })
    .where('tenantId', '=', ctx.tenantId)
    .where('teamId', '=', teamId)
    .execute()
}

const isOpen = sql<boolean>`(d.status in ('draft', 'waiting', 'accepted') or (d.status = 'issued'
  and d.kind in ('priceInquiry', 'quote', 'order', 'proforma', 'waybill', 'purchaseInquiry', 'purchaseOrder')))`

const openOf = (ctx: Ctx, userId: string) =>
  ctx.db
    .selectFrom('documents as d')
    .where('d.tenantId', '=', ctx.tenantId)
    .where('d.ownerId', '=', userId)
    .where('d.deletedAt', 'is', null)
    .where(isOpen)
