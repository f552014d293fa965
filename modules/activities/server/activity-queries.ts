import type { ListQuery } from '@peyvand/platform/contract'
import { anyOf, type Ctx, listFields, runList } from '@peyvand/platform/server'
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

/** The list's fields for the filter builder and the column chooser, labels in the caller's language. */
export async function activityFields(ctx: Ctx) {
  const text = (key: string) => ctx.registry.translate(ctx.locale, key)
  const fields = Object.entries(listFields(await activitySource(ctx))).map(([key, field]) => [
    key,
    {
      ...field,
      label: text(field.label),
      ...(field.options
        ? {
            options: Object.fromEntries(
              Object.entries(field.options).map(([value, label]) => [value, text(label)]),
            ),
          }
        : {}),
    },
  ])
  return { fields: Object.fromEntries(fields) }
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
