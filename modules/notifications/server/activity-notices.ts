import {
  activityCancelled,
  activityCreated,
  activityDeleted,
  activityFinished,
  activityUpdated,
  openStatuses,
} from '@peyvand/activities/contract'
import type { Ctx, Listener, Tables } from '@peyvand/platform/server'
import type { Selectable } from 'kysely'
import { cancelMeeting, tellOfMeeting } from './meeting-notices.ts'
import { notify } from './notify.ts'
import { settleNotifications } from './settle-notifications.ts'
import './tables.ts'

type Event = Parameters<Listener['run']>[2]

const changed = (event: typeof activityCreated, name: string): Listener => ({
  name: `notifications.${name}`,
  event: event.name,
  concerns: (payload, actorId) => {
    const { kind, ownerId } = event.payload.parse(payload)
    return kind === 'meeting' || ownerId !== actorId
  },
  run: (ctx, payload, fact) => tellOfActivity(ctx, activityCreated.payload.parse(payload).activityId, fact),
})

const ended = (event: typeof activityCreated, name: string, cancelled: boolean): Listener => ({
  name: `notifications.${name}`,
  event: event.name,
  run: async (ctx, payload, fact) => {
    const { activityId, kind } = activityCreated.payload.parse(payload)
    await settleNotifications(ctx, {
      subjectIds: [activityId],
      kinds: ['activityDue', 'activityOverdue', 'activityAssigned'],
    })
    if (cancelled && kind === 'meeting') await cancelMeeting(ctx, activityId, fact)
  },
})

export const activityListeners: readonly Listener[] = [
  changed(activityCreated, 'activityCreated'),
  changed(activityUpdated, 'activityUpdated'),
  ended(activityFinished, 'activityFinished', false),
  ended(activityCancelled, 'activityCancelled', true),
  ended(activityDeleted, 'activityDeleted', true),
]

async function tellOfActivity(ctx: Ctx, activityId: string, event: Event): Promise<void> {
  // Locked, so that two events of one activity are not told of at the same time.
  const activity = await ctx.db
    .selectFrom('activities')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', activityId)
    .where('status', 'in', [...openStatuses])
    .where('deletedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!activity) return
  await tellNewOwner(ctx, activity, event)
  if (activity.kind === 'meeting') await tellOfMeeting(ctx, activity, event)
}

/** Somebody who was given an activity by a colleague, unless they were the last to be told so. */
async function tellNewOwner(
  ctx: Ctx,
  { id, ownerId, deadlineAt }: Selectable<Tables['activities']>,
  { id: eventId, actorId }: Event,
): Promise<void> {
  if (actorId === null || actorId === ownerId) return
  const last = await ctx.db
    .selectFrom('notifications')
    .select('userId')
    .where('tenantId', '=', ctx.tenantId)
    .where('subjectId', '=', id)
    .where('kind', '=', 'activityAssigned')
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (last?.userId === ownerId) return
  await notify(ctx, [
    {
      userId: ownerId,
      actorId,
      kind: 'activityAssigned',
      subject: { type: 'activities', id },
      occurrence: eventId,
      ...(deadlineAt ? { facts: { when: deadlineAt } } : {}),
    },
  ])
}
