import {
  deleteOccurrences,
  getActivity,
  makeOccurrence,
  rescheduleActivity,
  respondToActivity,
  updateActivity,
} from '@peyvand/activities/server'
import { localDate } from '@peyvand/persian'
import { type Ctx, may } from '@peyvand/platform/server'
import type { CalendarItem } from '../../contract/index.ts'
import { takeEvent } from '../import-events.ts'
import type { ReadEvent } from '../read-event-file.ts'

/** Makes a meeting of what was written elsewhere; null where it was refused. */
export async function takeNew(ctx: Ctx, event: ReadEvent): Promise<string | null> {
  return (await takeEvent(ctx, event, new Map())).id
}

/** Does to an item what was done to its event; one of a series changes alone. @throws AppError as the use cases */
export async function changeItem(ctx: Ctx, item: CalendarItem, event: ReadEvent): Promise<void> {
  const id = await madeId(ctx, item)
  const before = await getActivity(ctx, id)
  const alone = item.recurring ? { occurrences: 'this' as const } : {}
  if (before.subject !== event.title || (before.meeting && (before.meeting.place ?? '') !== event.place))
    await updateActivity(ctx, id, {
      version: before.version,
      subject: event.title.slice(0, 300) || before.subject,
      ...(before.meeting && { meeting: { ...before.meeting, place: event.place.slice(0, 300) || null } }),
    })
  const { version } = await getActivity(ctx, id)
  const times = event.allDay
    ? { start: localDate(event.start, ctx.timeZone) }
    : { start: event.start, end: event.end }
  await rescheduleActivity(ctx, id, { version, ...times, ...alone })
}

/**
 * Does to an item what deleting its event means: one's own goes into the recycle bin, an invitation is declined.
 * False where the user may do neither.
 */
export async function dropItem(ctx: Ctx, item: CalendarItem): Promise<boolean> {
  const isOwn = item.owner?.id === ctx.actor.userId
  if (isOwn && may(ctx.actor, 'activities.delete')) {
    await deleteOccurrences(ctx, await madeId(ctx, item), 'this')
    return true
  }
  if (!item.can.respond || !item.id) return false
  await respondToActivity(ctx, item.id, { response: 'declined' })
  return true
}

async function madeId(ctx: Ctx, { id, ahead, occurrence }: CalendarItem): Promise<string> {
  if (!ahead || !id || occurrence === null) return id as string
  return (await makeOccurrence(ctx, { id, number: occurrence })).id
}
