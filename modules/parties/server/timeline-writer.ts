import { searchKey } from '@peyvand/persian'
import { type Ctx, json, newId } from '@peyvand/platform/server'
import { type SqlBool, sql } from 'kysely'
import { TimelineEntry } from '../contract/index.ts'
import './tables.ts'

const rowsAtOnce = 1000
const searchLength = 4000

/**
 * Writes one row per party and subject, in the transaction of the change it tells of. A row of the same
 * subject, party and type is replaced, so that a record that changes has one row, at its present moment.
 */
export async function writeTimeline(ctx: Ctx, entries: readonly TimelineEntry[]): Promise<void> {
  const rows = entries.map((given) => timelineRow(ctx, given))
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await ctx.db
      .insertInto('timeline')
      .values(rows.slice(from, from + rowsAtOnce))
      .onConflict((oc) =>
        oc.columns(['tenantId', 'subjectId', 'partyId', 'type']).doUpdateSet((eb) => ({
          occurredAt: eb.ref('excluded.occurredAt'),
          direction: eb.ref('excluded.direction'),
          audience: eb.ref('excluded.audience'),
          summary: eb.ref('excluded.summary'),
          search: eb.ref('excluded.search'),
        })),
      )
      .execute()
  }
}

function timelineRow(ctx: Ctx, given: TimelineEntry) {
  const { text, actor, audience, ...entry } = TimelineEntry.parse(given)
  return {
    ...entry,
    tenantId: ctx.tenantId,
    id: newId(),
    actorId: actor ? actor.id : ctx.actor.userId,
    actorName: actor ? actor.name : ctx.actor.name,
    audience: audience === null ? null : sql<string[]>`${sql.val(audience)}::uuid[]`,
    summary: json(entry.summary),
    search: searchKey(`${text} ${textsOf(entry.summary)}`).slice(0, searchLength),
  }
}

const textsOf = (summary: Record<string, unknown>): string =>
  Object.values(summary)
    .filter((value) => typeof value === 'string')
    .join(' ')

/** Takes a subject's rows out of every file, or out of those of the parties named only. */
export async function removeTimeline(
  ctx: Ctx,
  {
    subjectId,
    subjectType,
    partyIds,
  }: { subjectType: string; subjectId: string; partyIds?: readonly string[] },
): Promise<void> {
  await ctx.db
    .deleteFrom('timeline')
    .where('tenantId', '=', ctx.tenantId)
    .where('subjectType', '=', subjectType)
    .where('subjectId', '=', subjectId)
    .$if(partyIds !== undefined, (qb) =>
      qb.where(sql<SqlBool>`party_id = any(${sql.val([...(partyIds ?? [])])}::uuid[])`),
    )
    .execute()
}
