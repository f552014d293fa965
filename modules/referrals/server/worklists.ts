import { addDays, localDate, startOfDay } from '@peyvand/persian'
import { anyOf, type Ctx, type ListSource, runList } from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { Urgency, type WorklistItem, type WorklistName, type WorklistQuery } from '../contract/index.ts'
import { actsFor, type Desk, deskOf, referralAbilities } from './referral-access.ts'
import { subjectContains } from './referral-source.ts'
import { referralRows, selectNamed } from './referral-views.ts'

type Bool = RawBuilder<SqlBool>

const source: ListSource = {
  id: sql`r.id`,
  defaultSort: '-createdAt',
  search: (_, text) => subjectContains(text),
  columns: {
    createdAt: { type: 'instant', label: 'referrals.referral', sql: sql`r.created_at`, sortable: true },
    deadline: {
      type: 'instant',
      label: 'referrals.deadline',
      sql: sql`r.deadline`,
      sortable: true,
      nullable: true,
    },
    urgency: { type: 'number', label: 'referrals.urgency', sql: sql`r.urgency_rank`, sortable: true },
  },
}

/** The rows of each list, worded as the indexes of the migration are. */
const belongsTo: Record<WorklistName, (desk: Desk) => Bool> = {
  'referred-to-me': (desk) => sql`(${received(desk)} and r.state in ('new', 'seen') and not r.in_bin)`,
  'in-progress': (desk) => sql`(${received(desk)} and r.state = 'inProgress' and not r.in_bin)`,
  done: (desk) =>
    sql`(${received(desk)} and r.state in ('answered', 'done', 'returned', 'rejected') and not r.in_bin)`,
  'referred-by-me': ({ me }) =>
    sql`(r.from_user_id = ${me}::uuid and r.state not in ('done', 'recalled') and not r.in_bin)`,
}

/** Rows of `referrals as r` of one worklist. */
export const inWorklist = (name: WorklistName, desk: Desk): Bool => belongsTo[name](desk)

export const isUnread = (name: WorklistName): Bool =>
  name === 'referred-by-me' ? sql`r.sender_unread` : sql`r.receiver_unread`

/** Deadline falls on today. */
export function isDueToday(ctx: Ctx): Bool {
  const today = localDate(ctx.now(), ctx.timeZone)
  const [from, to] = [startOfDay(today, ctx.timeZone), startOfDay(addDays(today, 1), ctx.timeZone)]
  return sql`(r.deadline >= ${from}::timestamptz and r.deadline < ${to}::timestamptz)`
}

/**
 * Deadline has passed and the receiver has not acted. The state is asked only where the list does not tell it: the
 * indexes of the others do not hold it, and a count would read the rows themselves.
 */
export function isOverdue(ctx: Ctx, name: WorklistName): Bool {
  if (name === 'done') return sql`false`
  const isPast = sql<SqlBool>`r.deadline < ${ctx.now().toISOString()}::timestamptz`
  return name === 'referred-by-me' ? sql`(${isPast} and r.state in ('new', 'seen', 'inProgress'))` : isPast
}

/** One page of a worklist. */
export async function worklist(ctx: Ctx, name: WorklistName, query: WorklistQuery) {
  const desk = await deskOf(ctx)
  const rows = selectNamed(
    ctx.db
      .selectFrom('referrals as r')
      .where('r.tenantId', '=', ctx.tenantId)
      .where(inWorklist(name, desk))
      .where(sql<SqlBool>`${sql.join([sql`true`, ...filtersOf(ctx, name, query)], sql` and `)}`),
  )
  const page = await runList(ctx, { source, rows, query })
  const items = await referralRows(ctx, page.items)
  return {
    ...page,
    items: items.map(
      ({ row, view }): WorklistItem => ({
        ...view,
        unread: name === 'referred-by-me' ? row.senderUnread : row.receiverUnread,
        onBehalfOf: actsFor(desk, row),
        can: referralAbilities(ctx, desk, row),
      }),
    ),
  }
}

/** What came to me, to my teams, and to absent colleagues in whose place I am; of the latter nothing confidential. */
function received({ me, teamIds, absentees }: Desk): Bool {
  const away = absentees.map(({ id }) => id)
  const ids = [me, ...teamIds, ...away].filter((id) => id !== null)
  const mine = anyOf(sql`r.receiver_id`, ids)
  if (away.length === 0) return mine
  return sql`(${mine} and (not r.confidential or not ${anyOf(sql`r.receiver_id`, away)}))`
}

function filtersOf(
  ctx: Ctx,
  name: WorklistName,
  { today, overdue, unread, urgency, onBehalfOf }: WorklistQuery,
): Bool[] {
  return [
    ...(today ? [isDueToday(ctx)] : []),
    ...(overdue ? [isOverdue(ctx, name)] : []),
    ...(unread ? [isUnread(name)] : []),
    ...(urgency ? [sql<SqlBool>`r.urgency_rank >= ${Urgency.options.indexOf(urgency)}`] : []),
    ...(onBehalfOf ? [sql<SqlBool>`r.to_user_id = ${onBehalfOf}::uuid`] : []),
  ]
}
