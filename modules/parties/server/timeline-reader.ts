import { searchTerms } from '@peyvand/persian'
import { AppError, askHook, type Ctx, escapeLike, limitOf } from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import type { TimelineItem, TimelinePage, TimelineQuery } from '../contract/index.ts'
import { knowsGroup } from './group-limits.ts'
import { rollUpIds } from './links.ts'
import { requireOpenable } from './party-access.ts'
import { partyFieldRules, shownPhone } from './party-field-rules.ts'
import { timelineSubjects } from './party-hooks.ts'

/** A page of a party's timeline, newest first. @throws AppError notFound, cursor.invalid (400) */
export async function getTimeline(ctx: Ctx, id: string, query: TimelineQuery): Promise<TimelinePage> {
  const head = await requireOpenable(ctx, id)
  return readTimeline(ctx, query.rollUp ? await rollUpIds(ctx, head) : [id], query)
}

interface Row {
  id: string
  partyId: string
  partyName: string
  occurredAt: string
  subjectType: string
  subjectId: string
  type: string
  direction: TimelineItem['direction']
  actorId: string | null
  actorName: string
  summary: Record<string, unknown>
}

/**
 * Rows of several parties in one order, the first being the file's own. Each party's newest rows come from the
 * index by themselves; an activity with several of them shows once, as that of the first.
 */
export async function readTimeline(
  ctx: Ctx,
  partyIds: readonly string[],
  query: TimelineQuery,
): Promise<TimelinePage> {
  const ids = sql`${sql.val([...partyIds])}::uuid[]`
  const conditions = sql.join(
    [
      sql`true`,
      await seenRows(ctx),
      ...ofKnownGroups(ctx),
      ...filtersOf(ctx, query),
      ...afterCursor(query.cursor),
    ],
    sql` and `,
  )
  const shownOnce =
    partyIds.length === 1
      ? sql``
      : sql`where f.ord = 1 or not exists (
          select from timeline o
          where o.tenant_id = ${ctx.tenantId} and o.subject_id = r.subject_id and o.type = r.type
            and o.party_id = any(${ids}) and array_position(${ids}, o.party_id) < f.ord)`
  const { rows } = await sql<Row>`
    select r.*, (select n.display_name from parties n where n.tenant_id = ${ctx.tenantId} and n.id = r.party_id) as party_name
    from unnest(${ids}) with ordinality f (party_id, ord)
    cross join lateral (
      select t.id, t.party_id, t.occurred_at, t.subject_type, t.subject_id, t.type, t.direction, t.actor_id, t.actor_name, t.summary
      from timeline t
      where t.tenant_id = ${ctx.tenantId} and t.party_id = f.party_id and ${conditions}
      order by t.occurred_at desc, t.id desc
      limit ${query.limit + 1}
    ) r
    ${shownOnce}
    order by r.occurred_at desc, r.id desc
    limit ${query.limit + 1}`.execute(ctx.db)
  const items = rows.slice(0, query.limit).map((row) => itemOf(ctx, row, partyIds[0] as string))
  const last = items.at(-1)
  return { items, nextCursor: rows.length > query.limit && last ? encodeCursor(last) : null }
}

function itemOf(ctx: Ctx, row: Row, fileId: string): TimelineItem {
  const { partyId, partyName, actorId, actorName, ...item } = row
  return {
    ...item,
    summary: shownSummary(ctx, item),
    party: { id: partyId, name: partyName },
    rolledUp: partyId !== fileId,
    actor: { id: actorId, name: actorName },
  }
}

/** The numbers of calls and faxes fall under the rule for phones; groups beyond the role's reach are not named. */
function shownSummary(ctx: Ctx, { type, summary }: Pick<Row, 'type' | 'summary'>): Row['summary'] {
  if (type === 'created' && Array.isArray(summary['groups']))
    return { ...summary, groups: summary['groups'].filter((key) => knowsGroup(ctx.actor, String(key))) }
  const number = summary['number']
  if (typeof number !== 'string' || (type !== 'call' && type !== 'fax')) return summary
  return { ...summary, number: shownPhone(number, partyFieldRules(ctx).phones, ctx.locale) }
}

/**
 * Rows for everyone who sees the party, and those for the caller among few, of which even administrators see no
 * others; of records with rules of their own those that the caller sees.
 */
export async function seenRows(ctx: Ctx): Promise<RawBuilder<SqlBool>> {
  const subjects = await askHook(ctx, timelineSubjects, undefined)
  return sql.join(
    [
      sql`(t.audience is null or ${ctx.actor.userId}::uuid = any(t.audience))`,
      ...subjects.flatMap(({ subjectType, isSeen }) =>
        isSeen ? [sql`(t.subject_type <> ${subjectType} or ${isSeen(sql`t.subject_id`)})`] : [],
      ),
    ],
    sql` and `,
  )
}

/** A role that is limited to groups does not hear who came into others or left them. */
function ofKnownGroups({ actor }: Ctx): RawBuilder<SqlBool>[] {
  const keys = limitOf(actor, 'parties')
  if (!keys) return []
  return ['group', 'from', 'to'].map(
    (part) =>
      sql<SqlBool>`coalesce(t.summary #>> array[${part}, 'key']::text[] = any(${sql.val([...keys])}::text[]), true)`,
  )
}

function filtersOf(ctx: Ctx, query: TimelineQuery): RawBuilder<SqlBool>[] {
  const { types, direction, actorId, from, to, q } = query
  const startOf = (day: string) => sql`(${day}::date)::timestamp at time zone ${ctx.timeZone}`
  return [
    ...(types ? [sql<SqlBool>`t.type = any(${sql.val(types.split(','))}::text[])`] : []),
    ...(direction ? [sql<SqlBool>`t.direction = ${direction}`] : []),
    ...(actorId ? [sql<SqlBool>`t.actor_id = ${actorId}::uuid`] : []),
    ...(from ? [sql<SqlBool>`t.occurred_at >= ${startOf(from)}`] : []),
    ...(to ? [sql<SqlBool>`t.occurred_at < ${startOf(to)} + interval '1 day'`] : []),
    ...searchTerms(q ?? '').map((term) => sql<SqlBool>`t.search like ${`%${escapeLike(term)}%`}`),
  ]
}

const Cursor = z.object({ at: z.iso.datetime(), id: z.uuid() })

const encodeCursor = ({ occurredAt, id }: TimelineItem): string =>
  Buffer.from(JSON.stringify({ at: occurredAt, id })).toString('base64url')

function afterCursor(text: string | undefined): RawBuilder<SqlBool>[] {
  if (text === undefined) return []
  try {
    const { at, id } = Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return [sql<SqlBool>`(t.occurred_at, t.id) < (${at}::timestamptz, ${id}::uuid)`]
  } catch {
    throw new AppError('cursor.invalid', { status: 400 })
  }
}
