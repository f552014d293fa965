import { concernedBy } from '@peyvand/activities/server'
import { addDays, localDate, searchTerms, startOfDay } from '@peyvand/persian'
import { anyOf, type Ctx, escapeLike, type ListSource, runList } from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { Urgency, type WorklistItem, type WorklistName, type WorklistQuery } from '../contract/index.ts'
import { actsFor, type Desk, deskOf, referralAbilities } from './referral-access.ts'
import { referralStep, selectNamed } from './referral-views.ts'

type Bool = RawBuilder<SqlBool>

const source: ListSource = {
  id: sql`r.id`,
  defaultSort: '-createdAt',
  search: (_ctx, text) =>
    sql`(${sql.join([sql`true`, ...searchTerms(text).map(subjectContains)], sql` and `)})`,
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

/** Looked up row by row: a list is short, whereas a join would begin at all activities of the firm. */
const subjectContains = (term: string): Bool =>
  sql`(select a.search from activities a where a.tenant_id = r.tenant_id and a.id = r.activity_id)
    like ${`%${escapeLike(term)}%`}`

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
  const subjects = await subjectsOf(
    ctx,
    page.items.map(({ activityId }) => activityId),
  )
  return {
    ...page,
    items: page.items.flatMap((row): WorklistItem[] => {
      const activity = subjects.get(row.activityId)
      if (!activity) return []
      return [
        {
          ...referralStep(ctx, row),
          activity,
          unread: name === 'referred-by-me' ? row.senderUnread : row.receiverUnread,
          onBehalfOf: actsFor(desk, row),
          can: referralAbilities(ctx, desk, row),
        },
      ]
    }),
  }
}

/** What the referrals of a page are about; in a query of its own, so that counting reads the small index alone. */
async function subjectsOf(
  ctx: Ctx,
  activityIds: readonly string[],
): Promise<Map<string, WorklistItem['activity']>> {
  const concerned = await concernedBy(ctx, activityIds)
  const rows = await ctx.db
    .selectFrom('activities as a')
    .select(['a.id', 'a.kind', 'a.subject', 'a.status', 'a.at', 'a.dueAt'])
    .where('a.tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`a.id`, activityIds))
    .execute()
  return new Map(rows.map((row) => [row.id, { ...row, parties: [], targets: [], ...concerned.get(row.id) }]))
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
