import { searchKey } from '@peyvand/persian'
import { Id } from '@peyvand/platform/contract'
import { anyOf, type Ctx, gatherRows, newId } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { TimelineEntry } from '../contract/index.ts'
import './tables.ts'

const rowsAtOnce = 1000
const searchLength = 4000

/**
 * Writes one row per party and subject, in the transaction of the change it tells of. A row of the same
 * subject, party and type is replaced, so that a record that changes has one row, at its present moment.
 */
export async function writeTimeline(ctx: Ctx, entries: readonly TimelineEntry[]): Promise<void> {
  const rows = entries.map((entry) => timelineRow(ctx, entry))
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    gatherRows(ctx, 'timeline', rows.slice(from, from + rowsAtOnce), replaceOfSubject)
  }
}

const replaceOfSubject = {
  key: ['tenantId', 'subjectId', 'partyId', 'type'],
  set: ['occurredAt', 'direction', 'audience', 'summary', 'search'],
} as const

function timelineRow(
  ctx: Ctx,
  { text = '', actor, audience = null, direction = null, summary = {}, ...entry }: TimelineEntry,
) {
  return {
    ...entry,
    direction,
    audience,
    summary,
    tenantId: ctx.tenantId,
    id: newId(),
    actorId: actor ? actor.id : ctx.actor.userId,
    actorName: actor ? actor.name : ctx.actor.name,
    search: searchKey(`${text} ${textsOf(summary)}`).slice(0, searchLength),
  }
}

/** What a summary says to its readers: the ids in it are no words. */
const textsOf = (summary: Record<string, unknown>): string =>
  Object.values(summary)
    .filter((value) => typeof value === 'string' && !Id.safeParse(value).success)
    .join(' ')

/** Takes the rows of a subject, or of several, out of every file, or out of those of the parties named only. */
export async function removeTimeline(
  ctx: Ctx,
  {
    subjectId,
    subjectType,
    partyIds,
  }: { subjectType: string; subjectId: string | readonly string[]; partyIds?: readonly string[] },
): Promise<void> {
  await ctx.db
    .deleteFrom('timeline')
    .where('tenantId', '=', ctx.tenantId)
    .where('subjectType', '=', subjectType)
    .where(anyOf(sql`subject_id`, typeof subjectId === 'string' ? [subjectId] : subjectId))
    .$if(partyIds !== undefined, (qb) => qb.where(anyOf(sql`party_id`, partyIds ?? [])))
    .execute()
}
