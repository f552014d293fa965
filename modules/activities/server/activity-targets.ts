import { partyName } from '@peyvand/parties/server'
import { anyOf, askHook, badField, type Ctx, defineHook, gatherRows } from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import type { ActivityParty, ActivityTarget, TargetInput } from '../contract/index.ts'
import './tables.ts'

/** Records of a type that activities may be about besides parties, told by the module that has them. */
export interface TargetSource {
  /** As search hits name it: `records`. */
  type: string
  /** Whether the caller sees the record of an id, as SQL; null for who sees none of the type. */
  isVisible: (id: RawBuilder<unknown>) => RawBuilder<SqlBool> | null
  /** Those of the ids that the caller sees, in one query. */
  refs: (ids: readonly string[]) => Promise<ReadonlyMap<string, { name: string; kind: string | null }>>
}
/** Asked at every check of rights: fill it without a query. */
export const targetSources = defineHook<null, TargetSource>('activities.targets')

const sourcesOf = (ctx: Ctx) => askHook(ctx, targetSources, null)

/** Activities `a` about a record that the caller sees, besides parties; null where there can be none. */
export async function seesByTarget(ctx: Ctx): Promise<RawBuilder<SqlBool> | null> {
  const ways = (await sourcesOf(ctx)).flatMap((source) => isAbout(ctx, source) ?? [])
  return ways.length === 0 ? null : sql`(${sql.join(ways, sql` or `)})`
}

/** Activities `a` about this record; none where the caller does not see it. */
export async function concernsTarget(ctx: Ctx, { type, id }: TargetInput): Promise<RawBuilder<SqlBool>> {
  const source = (await sourcesOf(ctx)).find((one) => one.type === type)
  return (source && isAbout(ctx, source, id)) ?? sql`false`
}

function isAbout(ctx: Ctx, { type, isVisible }: TargetSource, id?: string): RawBuilder<SqlBool> | null {
  const visible = isVisible(sql`t.target_id`)
  return (
    visible &&
    sql`a.id in (select t.activity_id from activity_targets t where t.tenant_id = ${ctx.tenantId}
      and t.target_type = ${type} and ${id ? sql`t.target_id = ${id}::uuid and ` : sql``}${visible})`
  )
}

export interface Concerned {
  parties: z.infer<typeof ActivityParty>[]
  targets: ActivityTarget[]
}

/** Whom and what activities concern, by the activity's id: all parties, and other records that the caller sees. */
export async function concernedBy(
  ctx: Ctx,
  activityIds: readonly string[],
): Promise<ReadonlyMap<string, Concerned>> {
  if (activityIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('activityTargets as t')
    .select(['t.activityId', 't.targetType', 't.targetId as id', 't.role'])
    .select(
      sql<string | null>`case t.target_type when 'party' then ${partyName(sql`t.target_id`)} end`.as('name'),
    )
    .where('t.tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`t.activity_id`, activityIds))
    .orderBy('t.position')
    .execute()
  const others = rows.filter(({ targetType }) => targetType !== 'party')
  const refs = await refsOf(
    ctx,
    others.map(({ targetType, id }) => ({ type: targetType, id })),
  )
  const concerned = new Map<string, Concerned>()
  for (const { activityId, targetType: type, id, role, name } of rows) {
    const of = concerned.get(activityId) ?? { parties: [], targets: [] }
    concerned.set(activityId, of)
    const ref = refs.get(id)
    if (type === 'party' && name !== null) of.parties.push({ id, name, role })
    if (ref) of.targets.push({ type, id, ...ref })
  }
  return concerned
}

export interface About {
  partyIds: string[]
  targets: readonly TargetInput[]
}

/** Whom and what an activity is about, in order, also what the caller does not see. */
export async function aboutOf(ctx: Ctx, activityId: string): Promise<About> {
  const rows = await ctx.db
    .selectFrom('activityTargets')
    .select(['targetType as type', 'targetId as id'])
    .where('tenantId', '=', ctx.tenantId)
    .where('activityId', '=', activityId)
    .orderBy('position')
    .execute()
  return {
    partyIds: rows.flatMap(({ type, id }) => (type === 'party' ? [id] : [])),
    targets: rows.filter(({ type }) => type !== 'party'),
  }
}

/** What an activity is about besides parties, also what the caller does not see. */
export async function targetsOf(ctx: Ctx, activityId: string): Promise<TargetInput[]> {
  const rows = await ctx.db
    .selectFrom('activityTargets')
    .select(['targetType as type', 'targetId as id'])
    .where('tenantId', '=', ctx.tenantId)
    .where('activityId', '=', activityId)
    .where('targetType', '!=', 'party')
    .orderBy('position')
    .execute()
  return rows
}

/** Records that the caller sees, of whatever type, by id. */
export async function refsOf(
  ctx: Ctx,
  targets: readonly TargetInput[],
): Promise<ReadonlyMap<string, { name: string; kind: string | null }>> {
  if (targets.length === 0) return new Map()
  const known = await Promise.all(
    (await sourcesOf(ctx)).map(({ type, refs }) =>
      refs(targets.flatMap((target) => (target.type === type ? [target.id] : []))),
    ),
  )
  return new Map(known.flatMap((refs) => [...refs]))
}

/** Names of what activities were about, for their history. */
export async function targetNames(
  ctx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { name: string }>> {
  const sources = await sourcesOf(ctx)
  return refsOf(
    ctx,
    sources.flatMap(({ type }) => ids.map((id) => ({ type, id }))),
  )
}

/** @throws AppError badInput (400) at `targets.<index>.id` for one that the caller does not see */
export async function requireTargets(ctx: Ctx, targets: readonly TargetInput[]): Promise<void> {
  const seen = await refsOf(ctx, targets)
  for (const [index, { id }] of targets.entries())
    if (!seen.has(id)) throw badField(`targets.${index}.id`, 'notFound')
}

/**
 * Makes these the records that the activity is about. Who is added must be visible to the caller; what they do not
 * see stays, as their form could not show it.
 * @throws AppError badInput (400) at `targets.<index>.id`
 */
export async function setTargets(
  ctx: Ctx,
  activityId: string,
  targets: readonly TargetInput[],
): Promise<void> {
  const before = await targetsOf(ctx, activityId)
  await requireTargets(ctx, targets)
  const seen = await refsOf(ctx, before)
  const hidden = before.filter(({ id }) => !seen.has(id))
  await ctx.db
    .deleteFrom('activityTargets')
    .where('tenantId', '=', ctx.tenantId)
    .where('activityId', '=', activityId)
    .where('targetType', '!=', 'party')
    .execute()
  const after = [...targets, ...hidden]
  insertTargets(ctx, activityId, after)
  // Those it is about still are told when it is published.
  for (const { type, id } of before)
    if (!after.some((target) => target.id === id)) ctx.live({ topic: type, id })
}

/** Writes them without asking who sees them: for copies of what the caller sees already. */
export function insertTargets(ctx: Ctx, activityId: string, targets: readonly TargetInput[]): void {
  if (targets.length === 0) return
  const rows = targets.map(({ type, id }, position) => ({
    tenantId: ctx.tenantId,
    activityId,
    targetType: type,
    targetId: id,
    role: 'subject' as const,
    position,
  }))
  gatherRows(ctx, 'activityTargets', rows, 'stays')
}

/** Which of these records activities are about, those of the recycle bin left out; asks nobody's rights. */
export async function involvedTargets(
  ctx: Ctx,
  { type, ids }: { type: string; ids: readonly string[] },
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await ctx.db
    .selectFrom('activityTargets as t')
    .innerJoin('activities as a', (join) =>
      join.onRef('a.tenantId', '=', 't.tenantId').onRef('a.id', '=', 't.activityId'),
    )
    .select('t.targetId')
    .distinct()
    .where('t.tenantId', '=', ctx.tenantId)
    .where('t.targetType', '=', type)
    .where(anyOf(sql`t.target_id`, ids))
    .where('a.deletedAt', 'is', null)
    .execute()
  return new Set(rows.map(({ targetId }) => targetId))
}
