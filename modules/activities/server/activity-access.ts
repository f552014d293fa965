import { absenteesOf } from '@peyvand/identity/server'
import { seesEveryParty, visibleParties } from '@peyvand/parties/server'
import { allowedActions } from '@peyvand/platform/contract'
import {
  allows,
  anyOf,
  type Ctx,
  may,
  notFound,
  scopeOf,
  type Tables,
  withinScope,
} from '@peyvand/platform/server'
import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import { type Activity, activityTransitions } from '../contract/index.ts'
import { seesByTarget } from './activity-targets.ts'
import './tables.ts'

export type ActivityRecord = Selectable<Tables['activities']>
type Bool = RawBuilder<SqlBool>

/**
 * Rows of `activities as a` that the caller may see; every read starts here. Rule in README.md: the involved see
 * it; others by the reach of `activities.read` or by the file of a party or by another record they see, unless it is confidential.
 */
export async function visibleActivities(ctx: Ctx, { deleted = false }: { deleted?: boolean } = {}) {
  const visible = await visibility(ctx)
  return ctx.db
    .selectFrom('activities as a')
    .where('a.tenantId', '=', ctx.tenantId)
    .where('a.deletedAt', deleted ? 'is not' : 'is', null)
    .where(visible)
}

/** The same for queries that ask only for what stands in the files of parties that the caller sees. */
export function visibleInFiles(ctx: Ctx) {
  return ctx.db
    .selectFrom('activities as a')
    .where('a.tenantId', '=', ctx.tenantId)
    .where('a.deletedAt', 'is', null)
    .where(unlessConfidential(ctx))
}

/** @throws AppError activities.notFound (404), also for what the caller may not see */
export async function requireActivity(
  ctx: Ctx,
  id: string,
  { deleted = false, lock = false }: { deleted?: boolean; lock?: boolean } = {},
): Promise<ActivityRecord> {
  const row = await (await visibleActivities(ctx, { deleted }))
    .selectAll('a')
    .where('a.id', '=', id)
    .$if(lock, (qb) => qb.forUpdate('a'))
    .executeTakeFirst()
  if (!row) throw notFound('activities.notFound')
  return row
}

export async function canSeeActivity(ctx: Ctx, id: string): Promise<boolean> {
  const row = await (await visibleActivities(ctx)).select('a.id').where('a.id', '=', id).executeTakeFirst()
  return row !== undefined
}

/** Activities by id, whoever may see them. */
export async function storedActivities(
  ctx: Ctx,
  ids: readonly string[],
): Promise<Map<string, ActivityRecord>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('activities')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`id`, ids))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Whether a permission reaches an activity that the caller sees: by scope, or because the caller made it. */
export function reaches({ actor }: Ctx, permission: string, row: ActivityRecord): boolean {
  if (allows(actor, permission, row)) return true
  return row.createdBy !== null && row.createdBy === actor.userId && may(actor, permission)
}

/** What the caller may do with an activity, from the rules that the use cases enforce. */
export function activityAbilities(
  ctx: Ctx,
  row: ActivityRecord,
  { invited }: { invited: boolean },
): Activity['can'] {
  const inBin = row.deletedAt !== null
  const update = !inBin && reaches(ctx, 'activities.update', row)
  const mayDelete = reaches(ctx, 'activities.delete', row)
  return {
    update,
    delete: !inBin && mayDelete,
    restore: inBin && mayDelete,
    refer: !inBin,
    respond: !inBin && invited,
    actions: update ? allowedActions(activityTransitions, row.status) : [],
  }
}

async function visibility(ctx: Ctx): Promise<Bool> {
  const { actor } = ctx
  if (actor.kind === 'system' || scopeOf(actor, 'activities.read') === 'all') return unlessConfidential(ctx)
  const ways = Object.values(await otherWays(ctx))
  return sql`(${isInvolved(ctx)} or (a.confidentiality = 'normal' and (${sql.join(ways, sql` or `)})))`
}

function unlessConfidential(ctx: Ctx): Bool {
  if (ctx.actor.kind === 'system') return sql`true`
  return sql`(a.confidentiality = 'normal' or ${isInvolved(ctx)})`
}

const isInvolved = (ctx: Ctx): Bool => sql`(${sql.join(Object.values(involvements(ctx)), sql` or `)})`

/** Which of these activities are confidential and none of the caller's business. */
export async function closedActivities(ctx: Ctx, ids: readonly string[]): Promise<string[]> {
  if (ctx.actor.kind === 'system') return []
  const rows = await ctx.db
    .selectFrom('activities as a')
    .select('a.id')
    .where('a.tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`a.id`, ids))
    .where('a.confidentiality', '!=', 'normal')
    .where(sql<SqlBool>`not coalesce(${sql.join(Object.values(involvements(ctx)), sql` or `)}, false)`)
    .execute()
  return rows.map(({ id }) => id)
}

/** What opens an activity whatever its confidentiality: to own it, to be named in it or given it. */
export function involvements(ctx: Ctx): Record<'owner' | 'viewer', Bool> {
  const me = ctx.actor.userId as string
  return {
    owner: sql`a.owner_id = ${me}::uuid`,
    viewer: isViewer(ctx, [me, ...ctx.actor.teamIds]),
  }
}

/** What opens an activity that is not confidential. */
export async function otherWays(
  ctx: Ctx,
): Promise<Partial<Record<'scope' | 'party' | 'target' | 'deputy', Bool>>> {
  const party = seesByParty(ctx)
  const target = await seesByTarget(ctx)
  const deputy = await seesForAbsent(ctx)
  return {
    scope: withinScope(ctx.actor, 'activities.read', { owner: sql`a.owner_id`, team: sql`a.team_id` }),
    ...(party && { party }),
    ...(target && { target }),
    ...(deputy && { deputy }),
  }
}

function isViewer(ctx: Ctx, viewerIds: readonly string[]): Bool {
  return sql`exists (select from activity_viewers w where w.tenant_id = ${ctx.tenantId}
    and w.activity_id = a.id and ${anyOf(sql`w.viewer_id`, viewerIds)})`
}

/** What stands in the file of a party that the caller sees. */
function seesByParty(ctx: Ctx): Bool | null {
  const { actor } = ctx
  if (!may(actor, 'parties.read')) return null
  const target = sql`activity_targets t where t.tenant_id = ${ctx.tenantId} and t.activity_id = a.id and t.target_type = 'party'`
  if (seesEveryParty(ctx)) return sql`exists (select from ${target})`
  const seen = visibleParties(ctx).select('p.id').where(sql<SqlBool>`p.id = t.target_id`)
  return sql`exists (select from ${target} and exists ${seen})`
}

/** A deputy sees what was referred to the absent colleague, but nothing confidential. */
async function seesForAbsent(ctx: Ctx): Promise<Bool | null> {
  const absentees = await absenteesOf(ctx)
  if (absentees.length === 0) return null
  const ids = absentees.map(({ id }) => id)
  return sql`exists (select from activity_viewers w where w.tenant_id = ${ctx.tenantId}
    and w.activity_id = a.id and w.reason = 'referral' and ${anyOf(sql`w.viewer_id`, ids)})`
}
