import { visibleActivities, visibleInFiles } from '@peyvand/activities/server'
import { absenteesOf } from '@peyvand/identity/server'
import { allowedActions, type Ref } from '@peyvand/platform/contract'
import { anyOf, type Ctx, may, notFound, type Tables } from '@peyvand/platform/server'
import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import { openStates, type ReferralAction, referralTransitions, referrerActions } from '../contract/index.ts'
import './tables.ts'

export type ReferralRecord = Selectable<Tables['referrals']>
/** What is written of a referral; the database makes the rest of it. */
export type ReferralFacts = Omit<ReferralRecord, 'receiverId' | 'urgencyRank'>
type Bool = RawBuilder<SqlBool>

/** In whose place somebody looks at referrals: their own, and absent colleagues' whose deputy they are. */
export interface Desk {
  me: string | null
  teamIds: readonly string[]
  absentees: readonly Ref[]
}

export async function deskOf(ctx: Ctx): Promise<Desk> {
  return { me: ctx.actor.userId, teamIds: ctx.actor.teamIds, absentees: await absenteesOf(ctx) }
}

/**
 * Rows of `referrals as r` that the caller may see: everyone in the tree, and where nothing in it is confidential
 * also who sees the activity. No scope, not even an administrator's, opens a confidential one.
 */
export async function visibleReferrals(ctx: Ctx, desk: Desk) {
  const rows = ctx.db.selectFrom('referrals as r').where('r.tenantId', '=', ctx.tenantId)
  if (ctx.actor.kind === 'system') return rows
  const activity = (await visibleActivities(ctx)).select('a.id').where(sql<SqlBool>`a.id = r.activity_id`)
  return rows.where(sql<SqlBool>`(${inTree(ctx, desk)} or (not r.confidential and exists ${activity}))`)
}

/** The same for queries that ask only for referrals of activities that the caller sees, or in files that they see. */
export function referralsWithin(ctx: Ctx, desk: Desk, within: 'activities' | 'files') {
  const rows = ctx.db.selectFrom('referrals as r').where('r.tenantId', '=', ctx.tenantId)
  if (ctx.actor.kind === 'system') return rows
  const activity = visibleInFiles(ctx).select('a.id').where(sql<SqlBool>`a.id = r.activity_id`)
  const isOpen: Bool =
    within === 'files' ? sql`(not r.confidential and exists ${activity})` : sql`not r.confidential`
  return rows.where(sql<SqlBool>`(${isOpen} or ${inTree(ctx, desk)})`)
}

/** @throws AppError referrals.notFound (404), also for what the caller may not see */
export async function requireReferral(
  ctx: Ctx,
  desk: Desk,
  { id, lock = false }: { id: string; lock?: boolean },
): Promise<ReferralRecord> {
  const row = await (await visibleReferrals(ctx, desk))
    .selectAll('r')
    .where('r.id', '=', id)
    .$if(lock, (qb) => qb.forUpdate('r'))
    .executeTakeFirst()
  if (!row) throw notFound('referrals.notFound')
  return row
}

/** Which of these referrals are confidential and none of the caller's business. */
export async function closedReferrals(ctx: Ctx, ids: readonly string[]): Promise<string[]> {
  const visible = (await visibleReferrals(ctx, await deskOf(ctx))).select('r.id').where(anyOf(sql`r.id`, ids))
  const rows = await ctx.db
    .selectFrom('referrals as c')
    .select('c.id')
    .where('c.tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`c.id`, ids))
    .where('c.confidential', '=', true)
    .where('c.id', 'not in', visible)
    .execute()
  return rows.map(({ id }) => id)
}

/** Whether the referral is in the caller's hands: given to them, or to somebody absent and not confidential. */
export function isReceiver(
  { me, absentees }: Desk,
  row: Pick<ReferralRecord, 'toUserId' | 'confidential'>,
): boolean {
  if (row.toUserId === null) return false
  return row.toUserId === me || (!row.confidential && absentees.some(({ id }) => id === row.toUserId))
}

/** Whether the caller's team got it and nobody has taken it yet. */
export const mayTake = ({ teamIds }: Desk, row: Pick<ReferralRecord, 'toUserId' | 'toTeamId'>): boolean =>
  row.toUserId === null && row.toTeamId !== null && teamIds.includes(row.toTeamId)

/** The absent colleague in whose place the caller has it, or null. */
export const actsFor = (
  { me, absentees }: Desk,
  { toUserId }: Pick<ReferralRecord, 'toUserId'>,
): Ref | null => (toUserId === me ? null : (absentees.find(({ id }) => id === toUserId) ?? null))

/** What the caller may do, from the transition table and the place they have in the tree. */
export function referralAbilities(
  ctx: Ctx,
  desk: Desk,
  row: ReferralFacts,
): { refer: boolean; actions: ReferralAction[] } {
  const receiver = isReceiver(desk, row)
  const taker = mayTake(desk, row)
  const isOpen = openStates.includes(row.state)
  const allowed = (action: ReferralAction): boolean => {
    if (action === 'take') return taker
    return referrerActions.includes(action) ? row.fromUserId === desk.me : receiver
  }
  return {
    refer: isOpen && (receiver || taker) && may(ctx.actor, 'referrals.create'),
    actions: allowedActions(referralTransitions, row.state).filter(allowed),
  }
}

function inTree(ctx: Ctx, { me, teamIds, absentees }: Desk): Bool {
  const member = sql`from referrals m where m.tenant_id = ${ctx.tenantId} and m.root_id = r.root_id`
  const mine = sql<SqlBool>`exists (select ${member} and (m.from_user_id = ${me}::uuid
    or m.to_user_id = ${me}::uuid or ${anyOf(sql`m.to_team_id`, teamIds)}))`
  if (absentees.length === 0) return mine
  const ids = absentees.map(({ id }) => id)
  return sql`(${mine} or (not r.confidential and exists (select ${member} and ${anyOf(sql`m.to_user_id`, ids)})))`
}
