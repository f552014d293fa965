import { partyIdsOf, refreshFiles, requireActivity, setReferralViewers } from '@peyvand/activities/server'
import { deputiesOf, membersOfTeam } from '@peyvand/identity/server'
import { writeTimeline } from '@peyvand/parties/server'
import type { Ctx } from '@peyvand/platform/server'
import type { ReferralRecord } from './referral-access.ts'
import { namedReferrals } from './referral-views.ts'

/** Ids in one live message: what the database hands over at once has a limit of 8,000 bytes. */
const usersAtOnce = 150

/**
 * After referrals were made or changed: who is in the tree sees the activity, the parties' files show the step,
 * and open worklists of everyone concerned fetch again.
 */
export async function tellOfReferrals(ctx: Ctx, rows: readonly ReferralRecord[]): Promise<void> {
  for (const activityId of new Set(rows.map((row) => row.activityId))) {
    await letTreeSee(ctx, activityId)
    await showSteps(ctx, activityId, rows)
  }
  showWorklists(ctx, rows, await usersConcerned(ctx, rows))
}

async function letTreeSee(ctx: Ctx, activityId: string): Promise<void> {
  const rows = await ctx.db
    .selectFrom('referrals')
    .select(['fromUserId', 'toUserId', 'toTeamId'])
    .where('tenantId', '=', ctx.tenantId)
    .where('activityId', '=', activityId)
    .where('state', '!=', 'recalled')
    .execute()
  const viewers = rows
    .flatMap((row) => [row.fromUserId, row.toUserId, row.toTeamId])
    .filter((id) => id !== null)
  await setReferralViewers(ctx, activityId, viewers)
}

/** Rows in the files of the activity's parties; those of a confidential tree are for the people in it only. */
async function showSteps(ctx: Ctx, activityId: string, rows: readonly ReferralRecord[]): Promise<void> {
  const shown = rows.filter((row) => row.activityId === activityId && !row.inBin)
  const partyIds = await partyIdsOf(ctx, activityId)
  if (shown.length === 0 || partyIds.length === 0) return
  const activity = await requireActivity(ctx, activityId)
  if (activity.confidentiality !== 'normal') await refreshFiles(ctx, activityId)
  const trees = shown.filter((row) => row.confidential).map((row) => row.rootId)
  const ids = [...shown.map(({ id }) => id), ...(await idsOfTrees(ctx, trees))]
  for (const step of await namedReferrals(ctx, [...new Set(ids)])) {
    const audience = step.confidential ? await usersOfTree(ctx, step.rootId) : null
    await writeTimeline(
      ctx,
      partyIds.map((partyId) => ({
        partyId,
        occurredAt: step.createdAt,
        subjectType: 'referrals',
        subjectId: step.id,
        type: 'referral',
        direction: 'internal' as const,
        actor: step.from,
        audience,
        summary: {
          activityId,
          activityKind: activity.kind,
          subject: activity.subject,
          to: step.to?.name ?? step.team?.name ?? null,
          action: step.action,
          state: step.state,
          note: step.note,
          answer: step.answer,
          decision: step.decision,
          confidential: step.confidential,
        },
      })),
    )
  }
}

async function idsOfTrees(ctx: Ctx, rootIds: readonly string[]): Promise<string[]> {
  if (rootIds.length === 0) return []
  const rows = await ctx.db
    .selectFrom('referrals')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('rootId', 'in', [...rootIds])
    .execute()
  return rows.map(({ id }) => id)
}

async function usersOfTree(ctx: Ctx, rootId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('referrals')
    .select(['fromUserId', 'toUserId', 'toTeamId'])
    .where('tenantId', '=', ctx.tenantId)
    .where('rootId', '=', rootId)
    .execute()
  return usersOf(ctx, rows)
}

/** Users named by referrals, members of teams among them. */
async function usersOf(
  ctx: Ctx,
  rows: readonly Pick<ReferralRecord, 'fromUserId' | 'toUserId' | 'toTeamId'>[],
): Promise<string[]> {
  const users = new Set<string>()
  for (const { fromUserId, toUserId, toTeamId } of rows) {
    users.add(fromUserId)
    if (toUserId) users.add(toUserId)
    if (toTeamId) for (const { id } of await membersOfTeam(ctx, toTeamId)) users.add(id)
  }
  return [...users]
}

/** With the deputies of who is away, except of what is confidential. */
async function usersConcerned(ctx: Ctx, rows: readonly ReferralRecord[]): Promise<string[]> {
  const open = rows.filter((row) => !row.confidential).flatMap((row) => (row.toUserId ? [row.toUserId] : []))
  const deputies = open.length === 0 ? [] : [...(await deputiesOf(ctx, open)).values()].map(({ id }) => id)
  return [...new Set([...(await usersOf(ctx, rows)), ...deputies])]
}

function showWorklists(ctx: Ctx, rows: readonly ReferralRecord[], userIds: readonly string[]): void {
  for (let from = 0; from < userIds.length; from += usersAtOnce) {
    const some = userIds.slice(from, from + usersAtOnce)
    ctx.live({ topic: 'worklist', userIds: some })
    for (const id of new Set(rows.map(({ activityId }) => activityId)))
      ctx.live({ topic: 'activities', id, userIds: some })
  }
}
