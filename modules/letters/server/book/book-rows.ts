import { visibleActivities } from '@peyvand/activities/server'
import { userName } from '@peyvand/identity/server'
import { partyName } from '@peyvand/parties/server'
import type { Ctx } from '@peyvand/platform/server'
import { type RawBuilder, sql } from 'kysely'
import type { BookEntry } from '../../contract/index.ts'
import '../tables.ts'

const party = sql`(select ${partyName(sql`t.target_id`)} from activity_targets t
  where t.tenant_id = e.tenant_id and t.activity_id = a.id and t.target_type = 'party' order by t.position limit 1)`

/** Whom the letter came from or went to. */
export const counterpart = sql<string | null>`case when a.id is null then null
  when e.direction = 'incoming' then coalesce(${party}, l.recipients[1])
  else coalesce(l.recipients[1], ${party}) end`

/** Open and past the day by which it must be answered. */
export const isOverdue = (ctx: Ctx): RawBuilder<boolean> =>
  sql`coalesce(a.status in ('planned', 'inProgress') and a.due_at < ${ctx.now().toISOString()}::timestamptz, false)`

/** Every entry as `e`; `a` and `l` are the letter where the caller may see it, otherwise null. */
export async function bookRows(ctx: Ctx) {
  const seen = (await visibleActivities(ctx)).selectAll('a')
  return ctx.db
    .selectFrom('letterEntries as e')
    .leftJoin(seen.as('a'), (join) => join.onRef('a.id', '=', 'e.activityId'))
    .leftJoin('letters as l', (join) =>
      join.onRef('l.tenantId', '=', 'e.tenantId').onRef('l.activityId', '=', 'a.id'),
    )
    .select([
      'e.id',
      'e.registryNo',
      'e.number',
      'e.year',
      'e.registerId',
      'e.registeredAt',
      'e.registeredBy',
      'e.voidedAt',
      'e.voidReason',
      'e.direction',
      'a.id as letterId',
      'a.subject',
      'a.confidentiality',
      'a.dueAt',
      'l.letterNo',
      'l.letterDate',
      'l.urgency',
      'l.enclosures',
      counterpart.as('counterpart'),
      isOverdue(ctx).as('overdue'),
      userName(sql`e.registered_by`).as('registeredByName'),
      userName(sql`a.owner_id`).as('ownerName'),
    ])
    .where('e.tenantId', '=', ctx.tenantId)
}

type Row = Awaited<ReturnType<Awaited<ReturnType<typeof bookRows>>['execute']>>[number]

/** An entry for the caller; `names` are the registers' by id. */
export function bookEntry(row: Row, names: ReadonlyMap<string, string>): BookEntry {
  const { letterId, subject, confidentiality, urgency, registeredBy } = row
  return {
    id: row.id,
    registryNo: row.registryNo,
    number: row.number,
    year: row.year,
    register: { id: row.registerId, name: names.get(row.registerId) ?? '' },
    registeredAt: row.registeredAt,
    registeredBy: registeredBy ? { id: registeredBy, name: row.registeredByName ?? '' } : null,
    voided: row.voidedAt !== null,
    voidReason: row.voidReason,
    direction: row.direction,
    letter:
      letterId && subject !== null && confidentiality && urgency
        ? {
            id: letterId,
            subject,
            confidentiality,
            urgency,
            counterpart: row.counterpart,
            letterNo: row.letterNo,
            letterDate: row.letterDate,
            enclosures: row.enclosures ?? 0,
            owner: row.ownerName ?? '',
            answerBy: row.dueAt,
            overdue: row.overdue,
          }
        : null,
  }
}
