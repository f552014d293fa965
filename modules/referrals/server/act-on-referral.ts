import { attachFiles } from '@peyvand/files/server'
import { cleanBody } from '@peyvand/persian'
import { nextState } from '@peyvand/platform/contract'
import { AppError, badField, type Ctx, forbidden } from '@peyvand/platform/server'
import {
  type ActOnReferral,
  type ReferralAction,
  type ReferralFile,
  type ReferralState,
  referralChanged,
  referralTransitions,
  referrerActions,
} from '../contract/index.ts'
import {
  type Desk,
  deskOf,
  isReceiver,
  mayTake,
  type ReferralRecord,
  requireReferral,
} from './referral-access.ts'
import { getReferral } from './referral-views.ts'
import { tellOfReferrals } from './tell-of-referral.ts'

const needText: readonly ReferralAction[] = ['answer', 'return', 'reject']

/**
 * Does one thing with a referral: the receiver's or the referrer's, by the transition table.
 * @throws AppError referrals.notFound, forbidden, transition.notAllowed, referrals.alreadyTaken, referrals.alreadySeen
 *   (409); badInput at `text` or `decision`
 */
export async function actOnReferral(ctx: Ctx, id: string, input: ActOnReferral): Promise<ReferralFile> {
  const desk = await deskOf(ctx)
  const row = await requireReferral(ctx, desk, { id, lock: true })
  const after = await applyAction(ctx, desk, { row, input })
  await attachFiles(ctx, 'referrals', id, input.fileIds)
  await tellOfReferrals(ctx, [after])
  return getReferral(ctx, id)
}

interface Act {
  row: ReferralRecord
  input: Pick<ActOnReferral, 'action' | 'text' | 'decision'>
}

/** The action itself, for a locked row; who calls it tells those concerned. */
export async function applyAction(ctx: Ctx, desk: Desk, { row, input }: Act): Promise<ReferralRecord> {
  const { action, text, decision } = input
  const state = requireAllowed(desk, row, action)
  if (needText.includes(action) && !text) throw badField('text', 'referrals.textNeeded')
  if (action === 'answer' && row.action === 'approve' && !decision)
    throw badField('decision', 'referrals.decisionNeeded')
  const byReferrer = referrerActions.includes(action)
  const after = await ctx.db
    .updateTable('referrals')
    .set({
      state,
      ...momentsOf(ctx, row, state),
      ...(action === 'take' ? { toUserId: desk.me } : {}),
      ...(text ? { answer: cleanBody(text) } : {}),
      ...(action === 'answer' && decision ? { decision } : {}),
      ...(action === 'reopen' ? { answeredAt: null, closedAt: null, decision: null } : {}),
      ...(byReferrer ? { senderUnread: false } : { receiverUnread: false, actedBy: actor(desk, row) }),
      ...(isNews(action) ? { senderUnread: true } : {}),
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  ctx.audit({
    action,
    record: 'referrals',
    recordId: row.id,
    changes: { state: { from: row.state, to: state }, ...(text ? { answer: { to: text } } : {}) },
  })
  ctx.emit(referralChanged, {
    referralId: row.id,
    activityId: row.activityId,
    fromId: row.fromUserId,
    toId: after.toUserId,
    teamId: row.toTeamId,
    confidential: row.confidential,
    action,
    state,
  })
  return after
}

function requireAllowed(desk: Desk, row: ReferralRecord, action: ReferralAction): ReferralState {
  if (referrerActions.includes(action)) {
    if (row.fromUserId !== desk.me) throw forbidden()
    if (action === 'recall' && row.state !== 'new')
      throw new AppError('referrals.alreadySeen', { status: 409 })
  } else if (action === 'take') {
    if (row.toTeamId !== null && row.toUserId !== null)
      throw new AppError('referrals.alreadyTaken', { status: 409 })
    if (!mayTake(desk, row)) throw forbidden()
  } else if (!isReceiver(desk, row)) throw forbidden()
  const state = nextState(referralTransitions, row.state, action)
  if (!state) throw new AppError('transition.notAllowed', { status: 409 })
  return state
}

/** What the referrer should look at: somebody answered, ended, returned or rejected it. */
const isNews = (action: ReferralAction): boolean => ['answer', 'finish', 'return', 'reject'].includes(action)

/** The deputy's id where a deputy acts, null where the receiver does. */
const actor = ({ me }: Desk, { toUserId }: ReferralRecord): string | null =>
  toUserId !== null && toUserId !== me ? me : null

/** The moment that belongs to a state; the first sight counts whichever action brought it. */
function momentsOf(ctx: Ctx, row: ReferralRecord, state: ReferralState) {
  const now = ctx.now().toISOString()
  const seenAt = state === 'recalled' ? null : (row.seenAt ?? now)
  switch (state) {
    case 'inProgress':
      return { seenAt, startedAt: row.startedAt ?? now }
    case 'answered':
      return { seenAt, answeredAt: now }
    case 'returned':
    case 'rejected':
      return { seenAt, returnedAt: now }
    case 'done':
    case 'recalled':
      return { seenAt, closedAt: now }
    default:
      return { seenAt }
  }
}
