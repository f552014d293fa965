import { type AccessReason, type RecordAccess, scopeReason } from '@peyvand/identity/server'
import {
  allows,
  anyOf,
  type Ctx,
  limitOf,
  may,
  notFound,
  type Owned,
  scopeOf,
  scopeParts,
  withinScope,
} from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Party } from '../contract/index.ts'
import { beyondGroups, withinGroups } from './group-limits.ts'
import { openedByShare } from './shares/opened-by-share.ts'
import './tables.ts'

/** Rows of `parties as p` that the caller may see, without those in the recycle bin. Every read starts here. */
export function visibleParties(ctx: Ctx) {
  return presentParties(ctx).where(readable(ctx))
}

/** The same as disjoint parts, for lists: each is read from an index by owner or by team. */
export function visiblePartyParts(ctx: Ctx) {
  const within = withinGroups(ctx)
  const parts = scopeParts(ctx.actor, 'parties.read', ownerColumns).map((part) => {
    const rows = presentParties(ctx).where(part)
    return within ? rows.where(within) : rows
  })
  if (isLimited(ctx))
    parts.push(
      presentParties(ctx)
        .where(openedByShare(ctx))
        .where(sql<SqlBool>`(${reachedBy(ctx, 'parties.read')}) is not true`),
    )
  return parts
}

/** Whether there are parties that only a share can open to the caller. */
const isLimited = ({ actor }: Ctx): boolean => {
  const scope = scopeOf(actor, 'parties.read')
  return scope !== null && (scope !== 'all' || limitOf(actor, 'parties') !== null)
}

/** Within the scope of the caller's right, or shared with them. */
const readable = (ctx: Ctx): RawBuilder<SqlBool> =>
  isLimited(ctx)
    ? sql`(${reachedBy(ctx, 'parties.read')} or ${openedByShare(ctx)})`
    : reachedBy(ctx, 'parties.read')

/** Whether every party of the firm is open to the caller. */
export const seesEveryParty = (ctx: Ctx): boolean => may(ctx.actor, 'parties.read') && !isLimited(ctx)

const presentParties = (ctx: Ctx) =>
  ctx.db.selectFrom('parties as p').where('p.tenantId', '=', ctx.tenantId).where('p.deletedAt', 'is', null)

const ownerColumns = { owner: sql`p.owner_id`, team: sql`p.team_id` }

/** Rows of `parties as p` in the recycle bin that the caller may delete or restore. */
export function binnedParties(ctx: Ctx) {
  return ctx.db
    .selectFrom('parties as p')
    .where('p.tenantId', '=', ctx.tenantId)
    .where('p.deletedAt', 'is not', null)
    .where(reachedBy(ctx, 'parties.delete'))
}

/** Rows of `parties as p` whose file the caller may open: those they see, and those they may take out of the bin. */
export function openableParties(ctx: Ctx) {
  return ctx.db
    .selectFrom('parties as p')
    .where('p.tenantId', '=', ctx.tenantId)
    .where(
      sql<SqlBool>`case when p.deleted_at is null then ${readable(ctx)} else ${reachedBy(ctx, 'parties.delete')} end`,
    )
}

/** The reach of a permission over `parties as p`: its scope, within the groups that the roles are limited to. */
export function reachedBy(ctx: Ctx, permission: string): RawBuilder<SqlBool> {
  const scope = withinScope(ctx.actor, permission, ownerColumns)
  const within = withinGroups(ctx)
  return within ? sql`(${scope} and ${within})` : scope
}

export async function canSeeParty(ctx: Ctx, id: string): Promise<boolean> {
  const row = await visibleParties(ctx).select('p.id').where('p.id', '=', id).executeTakeFirst()
  return row !== undefined
}

/** The party whose file is to be read, from the bin too. @throws AppError notFound (404) */
export async function requireOpenable(
  ctx: Ctx,
  id: string,
): Promise<{ id: string; kind: PartyHead['kind'] }> {
  const row = await openableParties(ctx).select(['p.id', 'p.kind']).where('p.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Whether the caller may open the party's file. */
export async function canOpenParty(ctx: Ctx, id: string): Promise<boolean> {
  const row = await openableParties(ctx).select('p.id').where('p.id', '=', id).executeTakeFirst()
  return row !== undefined
}

/** Why the caller may open the party's file or not; null where there is no such party. */
export async function explainPartyAccess(ctx: Ctx, id: string): Promise<RecordAccess | null> {
  const row = await ctx.db
    .selectFrom('parties')
    .select(['displayName', 'ownerId', 'teamId', 'deletedAt'])
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const inBin = row.deletedAt !== null
  const can = partyAbilities(ctx, row)
  const sees = await canOpenParty(ctx, id)
  return {
    name: row.displayName,
    sees,
    reasons: [
      await scopeReason(ctx, inBin ? 'parties.delete' : 'parties.read', row),
      ...((await beyondGroups(ctx, [id])).has(id) ? [{ opens: false, key: 'parties.access.group' }] : []),
      ...(inBin ? [{ opens: false, key: 'parties.access.inBin' }] : []),
      ...(await shareReason(ctx, id)),
    ],
    allowed: [
      ...(sees ? ['parties.read'] : []),
      ...(may(ctx.actor, 'parties.create') ? ['parties.create'] : []),
      ...(can.update ? ['parties.update'] : []),
      ...(can.delete ? ['parties.delete'] : []),
    ],
  }
}

/** A share is a reason of its own, whatever the roles say. */
async function shareReason(ctx: Ctx, id: string): Promise<AccessReason[]> {
  const row = await presentParties(ctx)
    .select('p.id')
    .where('p.id', '=', id)
    .where(openedByShare(ctx))
    .executeTakeFirst()
  return row ? [{ opens: true, key: 'parties.access.shared' }] : []
}

export interface PartyHead extends Owned {
  id: string
  name: string
  kind: 'person' | 'organization'
  doNotContact: boolean
}

/**
 * Who the party is, if the caller may see it.
 * @throws AppError notFound (404)
 */
export async function requireParty(ctx: Ctx, id: string): Promise<PartyHead> {
  const [head] = await requireParties(ctx, [id])
  return head as PartyHead
}

/**
 * The same for several, in the order given.
 * @throws AppError notFound (404) when one of them is not visible
 */
export async function requireParties(ctx: Ctx, ids: readonly string[]): Promise<PartyHead[]> {
  if (ids.length === 0) return []
  const rows = await visibleParties(ctx)
    .select(['p.id', 'p.displayName as name', 'p.kind', 'p.ownerId', 'p.teamId', 'p.doNotContact'])
    .where(anyOf(sql`p.id`, ids))
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => {
    const row = byId.get(id)
    if (!row) throw notFound()
    return row
  })
}

/** What the caller may do with a record, from the rules that the use cases enforce. */
export function partyAbilities(ctx: Ctx, row: Owned & { deletedAt: string | null }): Party['can'] {
  const inBin = row.deletedAt !== null
  const mayDelete = allows(ctx.actor, 'parties.delete', row)
  return {
    update: !inBin && allows(ctx.actor, 'parties.update', row),
    delete: !inBin && mayDelete,
    restore: inBin && mayDelete,
    purge: inBin && allows(ctx.actor, 'parties.purge', row),
  }
}
