import { createHash } from 'node:crypto'
import { invitationAnswered } from '@peyvand/activities/contract'
import { anyOf, type Ctx, type Listener, type Tables } from '@peyvand/platform/server'
import { type Selectable, sql } from 'kysely'
import { type Notice, notify } from './notify.ts'
import './tables.ts'

type Meeting = Selectable<Tables['activities']>
type Event = Parameters<Listener['run']>[2]

const toldKinds = ['meetingInvited', 'meetingChanged'] as const

export const meetingListeners: readonly Listener[] = [
  {
    name: 'notifications.invitationAnswered',
    event: invitationAnswered.name,
    run: async (ctx, payload, { id: occurrence, actorId }) => {
      const { activityId, ownerId, response } = invitationAnswered.payload.parse(payload)
      const subject = { type: 'activities', id: activityId } as const
      await notify(ctx, [
        { userId: ownerId, kind: 'meetingAnswered', subject, occurrence, actorId, facts: { response } },
      ])
    },
  },
]

/** Invites participants who were not told of the meeting yet, and tells the others when its time or place changed. */
export async function tellOfMeeting(ctx: Ctx, meeting: Meeting, { id, actorId }: Event): Promise<void> {
  if (!meeting.deadlineAt || meeting.deadlineAt < ctx.now().toISOString()) return
  const told = await fingerprint(ctx, meeting)
  const knownBy = await lastTold(ctx, meeting.id)
  const expected = (await expectedAt(ctx, [meeting])).get(meeting.id) ?? []
  const notices = expected.flatMap((userId): Notice[] => {
    const known = knownBy.get(userId)
    if (known === told) return []
    return [
      {
        userId,
        actorId,
        kind: known === undefined ? 'meetingInvited' : 'meetingChanged',
        subject: { type: 'activities', id: meeting.id },
        occurrence: known === undefined ? '' : id,
        facts: { when: meeting.deadlineAt as string, told },
      },
    ]
  })
  await notify(ctx, notices)
}

/** Who was told of a meeting learns that it will not be, unless it has been. */
export async function cancelMeeting(ctx: Ctx, activityId: string, { id, actorId }: Event): Promise<void> {
  const rows = await ctx.db
    .selectFrom('activities as a')
    .innerJoin('notifications as n', (join) =>
      join.onRef('n.tenantId', '=', 'a.tenantId').onRef('n.subjectId', '=', 'a.id'),
    )
    .select(['n.userId', 'a.deadlineAt'])
    .distinct()
    .where('a.tenantId', '=', ctx.tenantId)
    .where('a.id', '=', activityId)
    .where('a.status', '!=', 'done')
    .where('a.deadlineAt', '>', ctx.now().toISOString())
    .where('n.kind', 'in', [...toldKinds])
    .execute()
  await notify(
    ctx,
    rows.map(({ userId, deadlineAt }) => ({
      userId,
      actorId,
      kind: 'meetingCancelled',
      subject: { type: 'activities', id: activityId },
      occurrence: id,
      facts: { when: deadlineAt as string },
    })),
  )
}

/** Colleagues expected at meetings, by the meeting: those invited who have not declined, without its owner. */
export async function expectedAt(
  ctx: Ctx,
  meetings: readonly Pick<Meeting, 'id' | 'ownerId'>[],
): Promise<ReadonlyMap<string, string[]>> {
  const owners = new Map(meetings.map(({ id, ownerId }) => [id, ownerId]))
  const rows = await ctx.db
    .selectFrom('activityParticipants')
    .select(['activityId', 'participantId'])
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`activity_id`, [...owners.keys()]))
    .where('participantType', '=', 'user')
    .where('response', '!=', 'declined')
    .execute()
  const expected = new Map<string, string[]>()
  for (const { activityId, participantId } of rows)
    if (owners.get(activityId) !== participantId)
      expected.set(activityId, [...(expected.get(activityId) ?? []), participantId])
  return expected
}

/** What each user was last told of the meeting's time and place. */
async function lastTold(ctx: Ctx, activityId: string): Promise<ReadonlyMap<string, string | undefined>> {
  const rows = await ctx.db
    .selectFrom('notifications')
    .select(['userId', 'facts'])
    .where('tenantId', '=', ctx.tenantId)
    .where('subjectId', '=', activityId)
    .where('kind', 'in', [...toldKinds])
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return new Map(rows.map(({ userId, facts }) => [userId, facts.told ?? '']))
}

async function fingerprint(ctx: Ctx, { id, deadlineAt, durationMinutes }: Meeting): Promise<string> {
  const place = await ctx.db
    .selectFrom('meetings')
    .select(['place', 'link', 'endsAt'])
    .where('tenantId', '=', ctx.tenantId)
    .where('activityId', '=', id)
    .executeTakeFirst()
  return createHash('sha256')
    .update(JSON.stringify([deadlineAt, durationMinutes, place?.place, place?.link, place?.endsAt]))
    .digest('base64url')
}
