import { removeTimeline } from '@peyvand/parties/server'
import {
  anyOf,
  type Ctx,
  claimCustomUniques,
  notFound,
  recordOperation,
  releaseCustomUniques,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import { type Deal, dealDeleted, dealRestored } from '../contract/index.ts'
import { lockDeal, type StoredDeal, visibleDeals } from './deal-access.ts'
import { auditOf, tellOfDeal } from './deal-events.ts'
import { dealView } from './deal-queries.ts'
import { publishDeals } from './deal-timeline.ts'

/** Deletions by hand, among what can be taken back. */
export const deleteKind = 'pipeline.deleteDeal'

/** Moves a deal to the recycle bin. @throws AppError pipeline.dealNotFound (404), forbidden (403) */
export async function deleteDeal(ctx: Ctx, id: string): Promise<void> {
  const row = await lockDeal(ctx, id, 'delete')
  await binDeals(ctx, [row])
  await recordOperation(ctx, { kind: deleteKind, input: { id }, result: { title: row.title } })
}

/** Moves locked deals to the recycle bin; asks nobody's rights. */
export async function binDeals(ctx: Ctx, deals: readonly StoredDeal[]): Promise<void> {
  if (deals.length === 0) return
  const ids = deals.map(({ id }) => id)
  await setDeleted(ctx, ids, ctx.now().toISOString())
  releaseCustomUniques(ctx, ids)
  await removeTimeline(ctx, { subjectType: 'deals', subjectId: ids })
  for (const deal of deals) {
    ctx.audit({ action: 'delete', ...auditOf(deal) })
    tellOfDeal(ctx, dealDeleted, deal)
  }
}

/** Brings a deal back. @throws AppError pipeline.dealNotFound (404), customFields.valueTaken (409) */
export async function restoreDeal(ctx: Ctx, id: string): Promise<Deal> {
  const row = await binnedDeal(ctx, id)
  if (!row) throw notFound('pipeline.dealNotFound')
  await setDeleted(ctx, [id], null)
  await claimCustomUniques(ctx, { record: 'deals', ids: [id] })
  await publishDeals(ctx, [{ ...row, deletedAt: null }])
  ctx.audit({ action: 'restore', ...auditOf(row) })
  tellOfDeal(ctx, dealRestored, row)
  return dealView(ctx, id)
}

/** The deal where it lies in the recycle bin and the caller may take it out; locked. */
export const binnedDeal = (ctx: Ctx, id: string): Promise<StoredDeal | undefined> =>
  visibleDeals(ctx, { deleted: true }).selectAll('d').where('d.id', '=', id).forUpdate().executeTakeFirst()

const setDeleted = (ctx: Ctx, ids: readonly string[], at: string | null) =>
  ctx.db
    .updateTable('deals')
    .set({ deletedAt: at, deletedBy: at && ctx.actor.userId, version: sql`version + 1` })
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`id`, ids))
    .execute()
