import {
  allows,
  type Ctx,
  forbidden,
  notFound,
  scopeOf,
  type Tables,
  withinScope,
} from '@peyvand/platform/server'
import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import type { Deal } from '../contract/index.ts'
import './tables.ts'

export type StoredDeal = Selectable<Tables['deals']>
export type DealAction = 'read' | 'create' | 'update' | 'delete'

const ownership = { owner: sql`d.owner_id`, team: sql`d.team_id` }

/** Rows of `deals as d` that the caller may see; in the bin those that they may take out of it. */
export const visibleDeals = (ctx: Ctx, { deleted = false }: { deleted?: boolean } = {}) =>
  dealRows(ctx)
    .where('d.deletedAt', deleted ? 'is not' : 'is', null)
    .where(reachedBy(ctx, deleted ? 'delete' : 'read'))

/** Whether the caller sees the deal of an id, as SQL. */
export const isVisibleDeal = (ctx: Ctx, id: RawBuilder<unknown>): RawBuilder<SqlBool> =>
  sql`exists (select from deals d where d.tenant_id = ${ctx.tenantId} and d.id = ${id} and d.deleted_at is null
    and ${reachedBy(ctx, 'read')})`

/** Of the deals that write into a party's file the caller sees those that they see elsewhere. */
export const dealsInFiles = (ctx: Ctx) => ({
  subjectType: 'deals',
  isSeen:
    scopeOf(ctx.actor, 'deals.read') === 'all'
      ? null
      : (id: RawBuilder<unknown>): RawBuilder<SqlBool> => isVisibleDeal(ctx, id),
})

/** The row, locked. @throws AppError pipeline.dealNotFound (404), also for what the caller may not see; forbidden */
export async function lockDeal(ctx: Ctx, id: string, action: DealAction): Promise<StoredDeal> {
  const row = await visibleDeals(ctx).selectAll('d').where('d.id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound('pipeline.dealNotFound')
  if (!reaches(ctx, action, row)) throw forbidden()
  return row
}

/** A deal that the caller sees, or may take out of the bin. @throws AppError pipeline.dealNotFound (404) */
export async function openableDeal(ctx: Ctx, id: string): Promise<StoredDeal> {
  const row = await dealRows(ctx).selectAll('d').where('d.id', '=', id).executeTakeFirst()
  if (!row || !reaches(ctx, row.deletedAt === null ? 'read' : 'delete', row))
    throw notFound('pipeline.dealNotFound')
  return row
}

export async function canSeeDeal(ctx: Ctx, id: string): Promise<boolean> {
  return (await visibleDeals(ctx).select('d.id').where('d.id', '=', id).executeTakeFirst()) !== undefined
}

export async function canChangeDeal(ctx: Ctx, id: string): Promise<boolean> {
  const row = await visibleDeals(ctx).selectAll('d').where('d.id', '=', id).executeTakeFirst()
  return row !== undefined && reaches(ctx, 'update', row)
}

export const reaches = (ctx: Ctx, action: DealAction, row: Pick<StoredDeal, 'ownerId' | 'teamId'>): boolean =>
  allows(ctx.actor, `deals.${action}`, row)

export function dealAbilities(ctx: Ctx, row: StoredDeal): Deal['can'] {
  const inBin = row.deletedAt !== null
  const mayDelete = reaches(ctx, 'delete', row)
  return {
    update: !inBin && reaches(ctx, 'update', row),
    delete: !inBin && mayDelete,
    restore: inBin && mayDelete,
  }
}

const reachedBy = (ctx: Ctx, action: DealAction): RawBuilder<SqlBool> =>
  withinScope(ctx.actor, `deals.${action}`, ownership)

/** All rows of `deals as d`: for who asked for the caller's rights before. */
export const dealRows = (ctx: Ctx) => ctx.db.selectFrom('deals as d').where('d.tenantId', '=', ctx.tenantId)
