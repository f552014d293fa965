import { activityRestored } from '@peyvand/activities/contract'
import { teamDeleted, userDeactivated } from '@peyvand/identity/contract'
import type { Ctx, Listener } from '@peyvand/platform/server'
import { openStates } from '@peyvand/referrals/contract'
import { sql } from 'kysely'
import { leadChoices } from '../contract/index.ts'
import { lookBack } from './look-back.ts'
import { peopleInHand } from './referral-notices.ts'
import { type DueItem, tellOfDue } from './tell-of-due.ts'
import './tables.ts'

const minuteMs = 60_000
/** What is read at once: a firm may have a hundred thousand deadlines in the days of a standstill. */
const stepMs = 60 * minuteMs
/** A referral is made in a transaction that may end after its time of making was passed. */
const overlapMs = 2 * minuteMs

/**
 * Tells whoever has a referral in hand of its deadline, and the referrer too once it has passed: one step from where it
 * was told until, which is kept with what is told. Answers whether it has come to the present.
 * @param backMs how far back it looks where nothing says until when it was told
 */
export async function tellOfDueReferrals(ctx: Ctx, backMs: number): Promise<boolean> {
  const now = ctx.now().getTime()
  const told = await toldUntil(ctx)
  // A clock that was set back may have been wrong for long; what was told is known and not told twice.
  const isTrusted = told !== null && told >= now - backMs && told <= now + overlapMs
  const from = isTrusted ? Math.min(told, now) : now - backMs
  const until = Math.min(now, from + stepMs)
  await tellOf(ctx, await reached(ctx, { from: new Date(from - overlapMs), until: new Date(until) }))
  await ctx.db
    .insertInto('dueMarks')
    .values({ tenantId: ctx.tenantId, toldUntil: new Date(until).toISOString() })
    .onConflict((oc) => oc.column('tenantId').doUpdateSet({ toldUntil: new Date(until).toISOString() }))
    .execute()
  return until === now
}

/** What puts open referrals into other hands, or back from the recycle bin. */
export const dueReferralListeners: readonly Listener[] = [userDeactivated, teamDeleted, activityRestored].map(
  (event) => ({ name: `notifications.lookBack.${event.name}`, event: event.name, run: lookBack }),
)

async function toldUntil(ctx: Ctx): Promise<number | null> {
  const row = await ctx.db
    .selectFrom('dueMarks')
    .select('toldUntil')
    .where('tenantId', '=', ctx.tenantId)
    .executeTakeFirst()
  return row ? Date.parse(row.toldUntil) : null
}

interface DueReferral {
  id: string
  fromUserId: string
  toUserId: string | null
  toTeamId: string | null
  confidential: boolean
  deadline: string
  createdAt: string
}

/** Open referrals whose deadline, or the time of somebody's reminder before it, came in between. */
async function reached(ctx: Ctx, { from, until }: { from: Date; until: Date }): Promise<DueReferral[]> {
  const { rows } = await sql<DueReferral>`
    select distinct on (r.id) r.*
    from unnest(${sql.val([...leadChoices])}::int[]) as leads (minutes) cross join lateral (
      select id, from_user_id, to_user_id, to_team_id, confidential, deadline, created_at from referrals
      where tenant_id = ${ctx.tenantId} and state in (${sql.join(openStates.map((state) => sql.lit(state)))})
        and not in_bin
        and deadline > ${from.toISOString()}::timestamptz + make_interval(mins => leads.minutes)
        and deadline <= ${until.toISOString()}::timestamptz + make_interval(mins => leads.minutes)
    ) r`.execute(ctx.db)
  return rows
}

async function tellOf(ctx: Ctx, rows: readonly DueReferral[]): Promise<void> {
  const people = await peopleInHand(ctx, rows)
  const items: DueItem[] = []
  for (const row of rows) {
    const common = {
      subject: { type: 'referrals' as const, id: row.id },
      deadline: { at: row.deadline, allDay: false },
      since: row.createdAt,
      overdue: 'referralOverdue' as const,
    }
    for (const { userId, onBehalfOf } of people.get(row.id) ?? [])
      items.push({ ...common, userId, onBehalfOf, due: 'referralDue' })
    items.push({ ...common, userId: row.fromUserId, due: null })
  }
  await tellOfDue(ctx, items)
}
