import {
  addReferralViewers,
  partyIdsOf,
  refreshFiles,
  requireActivity,
  setReferralViewers,
} from '@peyvand/activities/server'
import { deputiesOf, membersOfTeam } from '@peyvand/identity/server'
import { writeTimeline } from '@peyvand/parties/server'
import type { Ctx } from '@peyvand/platform/server'
import type { Referral } from '../contract/index.ts'
import type { NewStep } from './new-step.ts'
import type { ReferralFacts } from './referral-access.ts'
import { namedReferrals, referralStep } from './referral-views.ts'

/** Ids in one live message: what the database hands over at once has a limit of 8,000 bytes. */
const usersAtOnce = 150

/**
 * After referrals were made or changed: who is in the tree sees the activity, the parties' files show the step,
 * and open worklists of everyone concerned fetch again.
 */
export async function tellOfReferrals(ctx: Ctx, rows: readonly ReferralFacts[]): Promise<void> {
  for (const activityId of new Set(rows.map((row) => row.activityId))) {
    await letTreeSee(ctx, activityId)
    await showSteps(ctx, activityId, rows)
  }
  const activityIds = [...new Set(rows.map((row) => row.activityId))]
  showWorklists(ctx, activityIds, await usersConcerned(ctx, rows))
}

/** The same for steps that begin a tree, of which nothing need be read. */
export async function tellOfFirstSteps(ctx: Ctx, { activity, partyIds, steps }: FirstSteps): Promise<void> {
  const viewers = steps.flatMap(({ row }) => [row.fromUserId, row.toUserId ?? row.toTeamId])
  await addReferralViewers(
    ctx,
    activity.id,
    viewers.filter((id) => id !== null),
  )
  if (activity.confidentiality !== 'normal') await refreshFiles(ctx, activity.id)
  const entries = steps.flatMap(({ row, named, receiver }) => {
    const audience = row.confidential ? [row.fromUserId, ...receiver.userIds] : null
    return stepEntries({ activity, partyIds, step: referralStep(ctx, named), audience })
  })
  await writeTimeline(ctx, entries)
  const users = steps.flatMap(({ row, receiver: { userIds, deputyId } }) => [
    row.fromUserId,
    ...userIds,
    ...(deputyId && !row.confidential ? [deputyId] : []),
  ])
  showWorklists(ctx, [activity.id], [...new Set(users)])
}

interface FirstSteps {
  activity: ActivityFacts
  partyIds: readonly string[]
  steps: readonly NewStep[]
}

type ActivityFacts = Awaited<ReturnType<typeof requireActivity>>

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
async function showSteps(ctx: Ctx, activityId: string, rows: readonly ReferralFacts[]): Promise<void> {
  const shown = rows.filter((row) => row.activityId === activityId && !row.inBin)
  const partyIds = await partyIdsOf(ctx, activityId)
  if (shown.length === 0 || partyIds.length === 0) return
  const activity = await requireActivity(ctx, activityId)
  if (activity.confidentiality !== 'normal') await refreshFiles(ctx, activityId)
  const trees = shown.filter((row) => row.confidential).map((row) => row.rootId)
  const ids = [...shown.map(({ id }) => id), ...(await idsOfTrees(ctx, trees))]
  for (const step of await namedReferrals(ctx, [...new Set(ids)])) {
    const audience = step.confidential ? await usersOfTree(ctx, step.rootId) : null
    await writeTimeline(ctx, stepEntries({ activity, partyIds, step, audience }))
  }
}

interface Shown {
  activity: ActivityFacts
  partyIds: readonly string[]
  step: Omit<Referral, 'files'>
  audience: string[] | null
}

/** One step in the files of the activity's parties. */
const stepEntries = ({ activity, partyIds, step, audience }: Shown) =>
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
      activityId: activity.id,
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
  }))

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
  rows: readonly Pick<ReferralFacts, 'fromUserId' | 'toUserId' | 'toTeamId'>[],
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
async function usersConcerned(ctx: Ctx, rows: readonly ReferralFacts[]): Promise<string[]> {
  const open = rows.filter((row) => !row.confidential).flatMap((row) => (row.toUserId ? [row.toUserId] : []))
  const deputies = open.length === 0 ? [] : [...(await deputiesOf(ctx, open)).values()].map(({ id }) => id)
  return [...new Set([...(await usersOf(ctx, rows)), ...deputies])]
}

function showWorklists(ctx: Ctx, activityIds: readonly string[], userIds: readonly string[]): void {
  for (let from = 0; from < userIds.length; from += usersAtOnce) {
    const some = userIds.slice(from, from + usersAtOnce)
    ctx.live({ topic: 'worklist', userIds: some })
    for (const id of activityIds) ctx.live({ topic: 'activities', id, userIds: some })
  }
}
