import { partyIdsOf, recordActivity, requireActivity } from '@peyvand/activities/server'
import { attachFiles } from '@peyvand/files/server'
import { AppError, atPath, type Ctx, gatherRows, requirePermission, together } from '@peyvand/platform/server'
import { type CreateReferral, openStates, type Referral, referralCreated } from '../contract/index.ts'
import { applyAction } from './act-on-referral.ts'
import { newStep } from './new-step.ts'
import { requireReceivers } from './receivers.ts'
import {
  type Desk,
  deskOf,
  isReceiver,
  mayTake,
  type ReferralFacts,
  type ReferralRecord,
  requireReferral,
} from './referral-access.ts'
import { withFiles } from './referral-views.ts'
import { tellOfFirstSteps, tellOfReferrals } from './tell-of-referral.ts'

/**
 * Refers an activity, also one recorded with it, to users and teams, or refers onward what is in the caller's hands:
 * a step per receiver.
 * @throws AppError activities.notFound, referrals.notFound (404), referrals.notInHand (409); badInput at `to.<index>`
 *   and `activity.<field>`
 */
export async function createReferrals(ctx: Ctx, input: CreateReferral): Promise<Referral[]> {
  requirePermission(ctx, 'referrals.create')
  const [about, receivers] = await together([aboutOf(ctx, input), requireReceivers(ctx, input.to)])
  const { activity, partyIds, onward } = about
  const confidential =
    input.confidential || (onward?.parent.confidential ?? false) || activity.confidentiality !== 'normal'
  const of = { activityId: activity.id, parent: onward?.parent ?? null, confidential }
  const steps = receivers.map((receiver) => newStep(ctx, input, { ...of, receiver }))
  const rows = steps.map(({ row }) => row)
  gatherRows(ctx, 'referrals', rows)
  for (const { id } of rows) await attachFiles(ctx, 'referrals', id, input.fileIds)
  announceCreated(ctx, { rows, subject: activity.subject })

  if (onward) await tellOfReferrals(ctx, [...rows, ...(await moveOn(ctx, onward, input))])
  else await tellOfFirstSteps(ctx, { activity, partyIds, steps })
  const named = steps.map((step) => step.named)
  return withFiles(ctx, named, { hasFiles: input.fileIds.length > 0 })
}

interface About {
  activity: Awaited<ReturnType<typeof requireActivity>>
  partyIds: string[]
  /** What is referred onward, from whose desk. */
  onward: { parent: ReferralRecord; desk: Desk } | null
}

async function aboutOf(ctx: Ctx, { activity, activityId, parentId }: CreateReferral): Promise<About> {
  if (activity) {
    const recorded = await atPath('activity', recordActivity(ctx, activity))
    return { activity: recorded.row, partyIds: recorded.partyIds, onward: null }
  }
  const onward = parentId ? await requireInHand(ctx, parentId) : null
  const id = onward?.parent.activityId ?? (activityId as string)
  const [row, partyIds] = await together([requireActivity(ctx, id), partyIdsOf(ctx, id)])
  return { activity: row, partyIds, onward }
}

async function requireInHand(ctx: Ctx, id: string): Promise<{ parent: ReferralRecord; desk: Desk }> {
  const desk = await deskOf(ctx)
  const parent = await requireReferral(ctx, desk, { id, lock: true })
  const inHand = openStates.includes(parent.state) && (isReceiver(desk, parent) || mayTake(desk, parent))
  if (!inHand) throw new AppError('referrals.notInHand', { status: 409 })
  return { parent, desk }
}

/** What was referred onward is in progress from then on, or ended where the caller has no more to do with it. */
async function moveOn(
  ctx: Ctx,
  { parent, desk }: { parent: ReferralRecord; desk: Desk },
  { finishMine }: { finishMine: boolean },
): Promise<ReferralRecord[]> {
  const taken = mayTake(desk, parent)
    ? await applyAction(ctx, desk, { row: parent, input: { action: 'take' } })
    : parent
  if (finishMine) return [await applyAction(ctx, desk, { row: taken, input: { action: 'finish' } })]
  if (taken.state === 'inProgress') return taken === parent ? [] : [taken]
  return [await applyAction(ctx, desk, { row: taken, input: { action: 'start' } })]
}

function announceCreated(
  ctx: Ctx,
  { rows, subject }: { rows: readonly ReferralFacts[]; subject: string },
): void {
  for (const row of rows) {
    ctx.audit({
      action: 'create',
      record: 'referrals',
      recordId: row.id,
      label: subject,
      changes: {
        activityId: { to: row.activityId },
        to: { to: row.toUserId ?? row.toTeamId },
        confidential: { to: row.confidential },
      },
    })
    ctx.emit(referralCreated, {
      referralId: row.id,
      activityId: row.activityId,
      fromId: row.fromUserId,
      toId: row.toUserId,
      teamId: row.toTeamId,
      confidential: row.confidential,
    })
  }
}
