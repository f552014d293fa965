import type { ListQuery, ListSummary, SummaryQuery } from '@peyvand/platform/contract'
import { anyOf, type Ctx, describeList, runList, summarizeList } from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { ActivityKind, TargetInput } from '../contract/index.ts'
import { visibleActivities } from './activity-access.ts'
import { activityRows, selectNamed } from './activity-rows.ts'
import { activitySource } from './activity-source.ts'
import { concernsTarget } from './activity-targets.ts'

interface Narrowing {
  kind?: ActivityKind | undefined
  partyId?: string | undefined
  /** About this record besides parties. */
  target?: TargetInput | undefined
}
type ListActivities = ListQuery & Narrowing & { deleted: 'true' | 'false' }

/** One page of activities. */
export async function listActivities(ctx: Ctx, { kind, partyId, target, deleted, ...query }: ListActivities) {
  const page = await runList(ctx, {
    source: await activitySource(ctx),
    rows: selectNamed(ctx, await narrowed(ctx, { kind, partyId, target, deleted: deleted === 'true' })),
    query,
  })
  return { ...page, items: await activityRows(ctx, page.items) }
}

/** The list's fields and relations for the filter builder and the column chooser, labels in the caller's language. */
export const activityFields = async (ctx: Ctx) => describeList(ctx, await activitySource(ctx))

/** Counts and values over everything that a filter of the list matches, whole and by group. */
export async function summarizeActivities(
  ctx: Ctx,
  { kind, partyId, target, ...query }: Narrowing & SummaryQuery,
): Promise<ListSummary> {
  const rows = (await narrowed(ctx, { kind, partyId, target, deleted: false })).select('a.id')
  return summarizeList(ctx, { source: await activitySource(ctx), rows, query })
}

async function narrowed(ctx: Ctx, { kind, partyId, target, deleted }: Narrowing & { deleted: boolean }) {
  const about = target && (await concernsTarget(ctx, target))
  return (await visibleActivities(ctx, { deleted }))
    .$if(kind !== undefined, (qb) => qb.where('a.kind', '=', kind as ActivityKind))
    .$if(partyId !== undefined, (qb) => qb.where(concernsParty(ctx, [partyId as string])))
    .$if(about !== undefined, (qb) => qb.where(about as RawBuilder<SqlBool>))
}

/** Activities in the files of any of the parties. */
export const concernsParty = (ctx: Ctx, partyIds: readonly string[]): RawBuilder<SqlBool> =>
  sql`a.id in (select t.activity_id from activity_targets t
    where t.tenant_id = ${ctx.tenantId} and t.target_type = 'party' and ${anyOf(sql`t.target_id`, partyIds)})`
