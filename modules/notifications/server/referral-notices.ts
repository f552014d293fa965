import { deputiesOf, membersOfTeam } from '@peyvand/identity/server'
import type { Ref } from '@peyvand/platform/contract'
import { type Ctx, type Listener, type Tables } from '@peyvand/platform/server'
import {
  openStates,
  type ReferralAction,
  referralChanged,
  referralCreated,
  referrerActions,
} from '@peyvand/referrals/contract'
import type { Selectable } from 'kysely'
import type { NotificationKind } from '../contract/index.ts'
import { type Notice, notify } from './notify.ts'
import { settleNotifications } from './settle-notifications.ts'
import './tables.ts'

type ReferralRow = Pick<
  Selectable<Tables['referrals']>,
  'id' | 'toUserId' | 'toTeamId' | 'confidential' | 'fromUserId'
>

/** The receiver's own: they lose their meaning once the receiver has acted. */
const receiversKinds: readonly NotificationKind[] = [
  'referralReceived',
  'referralNudged',
  'referralDue',
  'referralOverdue',
]

/** What the referrer is told of, by the receiver's action. */
const newsOf: Partial<Record<ReferralAction, NotificationKind>> = {
  answer: 'referralAnswered',
  finish: 'referralAnswered',
  return: 'referralReturned',
  reject: 'referralReturned',
}

export const referralListeners: readonly Listener[] = [
  {
    name: 'notifications.referralCreated',
    event: referralCreated.name,
    run: (ctx, payload) => tellReceivers(ctx, referralCreated.payload.parse(payload).referralId),
  },
  {
    name: 'notifications.referralChanged',
    event: referralChanged.name,
    run: async (ctx, payload, { id, actorId }) => {
      const { referralId, fromId, action } = referralChanged.payload.parse(payload)
      const subject = { type: 'referrals', id: referralId } as const
      if (action === 'recall') return tellRecalled(ctx, referralId)
      const kind = newsOf[action]
      if (kind) await notify(ctx, [{ userId: fromId, kind, subject, occurrence: id, actorId }])
      await settleActedOn(ctx, { referralId, action, actorId })
    },
  },
]

interface InHand {
  userId: string
  onBehalfOf: string | null
}

/**
 * Who has each of the referrals in hand, by its id: the receiver, or the members of a team while none has taken it,
 * and the deputies of those who are away, unless it is confidential.
 */
export async function peopleInHand(
  ctx: Ctx,
  rows: readonly ReferralRow[],
): Promise<ReadonlyMap<string, InHand[]>> {
  const open = rows.flatMap(({ toUserId, confidential }) => (toUserId && !confidential ? [toUserId] : []))
  const deputies = open.length === 0 ? new Map<string, Ref>() : await deputiesOf(ctx, [...new Set(open)])
  const members = new Map<string, string[]>()
  for (const { toUserId, toTeamId } of rows) {
    if (toUserId || !toTeamId || members.has(toTeamId)) continue
    members.set(
      toTeamId,
      (await membersOfTeam(ctx, toTeamId)).map(({ id }) => id),
    )
  }
  const inHand = ({ toUserId, toTeamId, confidential }: ReferralRow): InHand[] => {
    const own = toUserId ? [toUserId] : (members.get(toTeamId ?? '') ?? [])
    const deputy = toUserId && !confidential ? deputies.get(toUserId) : undefined
    return [
      ...own.map((userId) => ({ userId, onBehalfOf: null })),
      ...(deputy ? [{ userId: deputy.id, onBehalfOf: toUserId }] : []),
    ]
  }
  return new Map(rows.map((row) => [row.id, inHand(row)]))
}

async function tellReceivers(ctx: Ctx, referralId: string): Promise<void> {
  const row = await openReferral(ctx, referralId)
  if (!row) return
  const people = (await peopleInHand(ctx, [row])).get(referralId) ?? []
  await notify(
    ctx,
    people.map(
      ({ userId, onBehalfOf }): Notice => ({
        userId,
        onBehalfOf,
        kind: 'referralReceived',
        subject: { type: 'referrals', id: referralId },
        occurrence: '',
        actorId: row.fromUserId,
        ...(row.deadline ? { facts: { when: row.deadline } } : {}),
      }),
    ),
  )
}

/** Only who had been told of it needs to know that it is gone. */
async function tellRecalled(ctx: Ctx, referralId: string): Promise<void> {
  const told = await ctx.db
    .selectFrom('notifications')
    .select(['userId', 'actorId'])
    .where('tenantId', '=', ctx.tenantId)
    .where('subjectId', '=', referralId)
    .where('kind', '=', 'referralReceived')
    .execute()
  await settleNotifications(ctx, { subjectIds: [referralId], kinds: receiversKinds })
  await notify(
    ctx,
    told.map(({ userId, actorId }) => ({
      userId,
      actorId,
      kind: 'referralRecalled',
      subject: { type: 'referrals', id: referralId },
      occurrence: '',
    })),
  )
}

async function settleActedOn(
  ctx: Ctx,
  { referralId, action, actorId }: { referralId: string; action: ReferralAction; actorId: string | null },
): Promise<void> {
  const isOpen = (await openReferral(ctx, referralId)) !== undefined
  const byReceiver = !referrerActions.includes(action)
  if (!isOpen || action === 'take')
    await settleNotifications(ctx, { subjectIds: [referralId], kinds: receiversKinds })
  else if (byReceiver && actorId)
    await settleNotifications(ctx, { subjectIds: [referralId], kinds: ['referralReceived'], userId: actorId })
}

function openReferral(ctx: Ctx, id: string) {
  return ctx.db
    .selectFrom('referrals')
    .select(['id', 'fromUserId', 'toUserId', 'toTeamId', 'confidential', 'deadline'])
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .where('state', 'in', [...openStates])
    .where('inBin', '=', false)
    .executeTakeFirst()
}
