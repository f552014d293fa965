import { requireActivity } from '@peyvand/activities/server'
import { attachFiles } from '@peyvand/files/server'
import { activeUser, membersOfTeam } from '@peyvand/identity/server'
import { cleanBody } from '@peyvand/persian'
import { AppError, badField, type Ctx, newId, requirePermission } from '@peyvand/platform/server'
import {
  type CreateReferral,
  openStates,
  type Receiver,
  type Referral,
  referralCreated,
} from '../contract/index.ts'
import { applyAction } from './act-on-referral.ts'
import {
  type Desk,
  deskOf,
  isReceiver,
  mayTake,
  type ReferralRecord,
  requireReferral,
} from './referral-access.ts'
import { namedReferrals } from './referral-views.ts'
import { tellOfReferrals } from './tell-of-referral.ts'

/**
 * Refers an activity to users and teams, or refers onward what is in the caller's hands: a step per receiver.
 * @throws AppError activities.notFound, referrals.notFound (404), referrals.notInHand (409), badInput at `to.<index>`
 */
export async function createReferrals(ctx: Ctx, input: CreateReferral): Promise<Referral[]> {
  requirePermission(ctx, 'referrals.create')
  const desk = await deskOf(ctx)
  const parent = input.parentId ? await requireInHand(ctx, desk, input.parentId) : null
  const activity = await requireActivity(ctx, parent?.activityId ?? (input.activityId as string))
  const receivers = await requireReceivers(ctx, input.to)
  const confidential =
    input.confidential || (parent?.confidential ?? false) || activity.confidentiality !== 'normal'

  const rows: ReferralRecord[] = []
  for (const receiver of receivers) {
    const row = await insertReferral(ctx, input, { activityId: activity.id, receiver, parent, confidential })
    await attachFiles(ctx, 'referrals', row.id, input.fileIds)
    rows.push(row)
  }
  if (parent) rows.push(...(await moveOn(ctx, desk, { parent, finishMine: input.finishMine })))
  announceCreated(ctx, { rows: rows.filter(({ id }) => id !== parent?.id), subject: activity.subject })
  await tellOfReferrals(ctx, rows)
  return namedReferrals(
    ctx,
    rows.filter(({ id }) => id !== parent?.id).map(({ id }) => id),
  )
}

async function requireInHand(ctx: Ctx, desk: Desk, id: string): Promise<ReferralRecord> {
  const row = await requireReferral(ctx, desk, { id, lock: true })
  const inHand = openStates.includes(row.state) && (isReceiver(desk, row) || mayTake(desk, row))
  if (!inHand) throw new AppError('referrals.notInHand', { status: 409 })
  return row
}

/** Each once, all able to receive. */
async function requireReceivers(ctx: Ctx, to: readonly Receiver[]): Promise<Receiver[]> {
  const receivers = new Map<string, Receiver>()
  for (const [index, receiver] of to.entries()) {
    if ('userId' in receiver) {
      if (receiver.userId === ctx.actor.userId) throw badField(`to.${index}`, 'referrals.toOneself')
      if (!(await activeUser(ctx, receiver.userId)))
        throw badField(`to.${index}`, 'referrals.receiverInactive')
      receivers.set(receiver.userId, receiver)
    } else {
      const others = (await membersOfTeam(ctx, receiver.teamId)).filter(({ id }) => id !== ctx.actor.userId)
      if (others.length === 0) throw badField(`to.${index}`, 'referrals.receiverInactive')
      receivers.set(receiver.teamId, receiver)
    }
  }
  return [...receivers.values()]
}

interface Of {
  activityId: string
  receiver: Receiver
  parent: ReferralRecord | null
  confidential: boolean
}

function insertReferral(
  ctx: Ctx,
  { action, note, deadline, urgency }: CreateReferral,
  { activityId, receiver, parent, confidential }: Of,
): Promise<ReferralRecord> {
  const id = newId()
  return ctx.db
    .insertInto('referrals')
    .values({
      tenantId: ctx.tenantId,
      id,
      activityId,
      parentId: parent?.id ?? null,
      rootId: parent?.rootId ?? id,
      fromUserId: ctx.actor.userId as string,
      toUserId: 'userId' in receiver ? receiver.userId : null,
      toTeamId: 'teamId' in receiver ? receiver.teamId : null,
      action,
      note: note && cleanBody(note),
      deadline,
      urgency,
      confidential,
      state: 'new',
      decision: null,
      answer: null,
      actedBy: null,
      createdAt: ctx.now().toISOString(),
      seenAt: null,
      startedAt: null,
      answeredAt: null,
      returnedAt: null,
      closedAt: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** What was referred onward is in progress from then on, or ended where the caller has no more to do with it. */
async function moveOn(
  ctx: Ctx,
  desk: Desk,
  { parent, finishMine }: { parent: ReferralRecord; finishMine: boolean },
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
  { rows, subject }: { rows: readonly ReferralRecord[]; subject: string },
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
