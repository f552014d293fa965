import type { ListQuery, ListSummary, SummaryQuery } from '@peyvand/platform/contract'
import { anyOf, type Ctx, describeList, runList, summarizeList } from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { ActivityKind } from '../contract/index.ts'
import { visibleActivities } from './activity-access.ts'
import { activityRows, selectNamed } from './activity-rows.ts'
import { activitySource } from './activity-source.ts'

type ListActivities = ListQuery & {
  kind?: ActivityKind | undefined
  partyId?: string | undefined
  deleted: 'true' | 'false'
}

/** One page of activities. */
export async function listActivities(ctx: Ctx, { kind, partyId, deleted, ...query }: ListActivities) {
  const page = await runList(ctx, {
    source: await activitySource(ctx),
    rows: selectNamed(ctx, await narrowed(ctx, { kind, partyId, deleted: deleted === 'true' })),
    query,
  })
  return { ...page, items: await activityRows(ctx, page.items) }
}

/** The list's fields and relations for the filter builder and the column chooser, labels in the caller's language. */
export const activityFields = async (ctx: Ctx) => describeList(ctx, await activitySource(ctx))

/** Counts and values over everything that a filter of the list matches, whole and by group. */
export async function summarizeActivities(
  ctx: Ctx,
  { kind, partyId, ...query }: Pick<ListActivities, 'kind' | 'partyId'> & SummaryQuery,
): Promise<ListSummary> {
  const rows = (await narrowed(ctx, { kind, partyId, deleted: false })).select('a.id')
  return summarizeList(ctx, { source: await activitySource(ctx), rows, query })
}

async function narrowed(
  ctx: Ctx,
  {
    kind,
    partyId,
    deleted,
  }: { kind?: ActivityKind | undefined; partyId?: string | undefined; deleted: boolean },
) {
  return (await visibleActivities(ctx, { deleted }))
    .$if(kind !== undefined, (qb) => qb.where('a.kind', '=', kind as ActivityKind))
    .$if(partyId !== undefined, (qb) => qb.where(concernsParty(ctx, [partyId as string])))
}

/** Activities in the files of any of the parties. */
export const concernsParty = (ctx: Ctx, partyIds: readonly string[]): RawBuilder<SqlBool> =>
  sql`a.id in (select t.activity_id from activity_targets t
    where t.tenant_id = ${ctx.tenantId} and t.target_type = 'party' and ${anyOf(sql`t.target_id`, partyIds)})`
