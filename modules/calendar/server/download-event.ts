import type { Activity } from '@peyvand/activities/contract'
import { getActivity } from '@peyvand/activities/server'
import { userEmails } from '@peyvand/identity/server'
import { partyEmails } from '@peyvand/parties/server'
import { addDays, localDate } from '@peyvand/persian'
import { AppError, type Ctx, type FileAnswer } from '@peyvand/platform/server'
import { type EventPerson, writeEventFile } from './event-file.ts'
import { uidOf } from './events-of-items.ts'
import { icsAnswer } from './feeds.ts'
import { occurrenceKey } from './occurrence-key.ts'

/**
 * One activity as a file for other programs; one with guests is an invitation that they can answer.
 * @throws AppError activities.notFound (404), calendar.noTime (409)
 */
export async function downloadEvent(ctx: Ctx, id: string, publicUrl: string): Promise<FileAnswer> {
  const activity = await getActivity(ctx, id)
  const times = timesOf(activity, ctx.timeZone)
  if (!times) throw new AppError('calendar.noTime', { status: 409 })
  const guests = await guestsOf(ctx, activity)
  const owner = (await userEmails(ctx, [activity.owner.id])).get(activity.owner.id)
  const text = writeEventFile({
    method: guests.length > 0 ? 'REQUEST' : 'PUBLISH',
    now: ctx.now().toISOString(),
    events: [
      {
        ...times,
        uid: uidOf(await occurrenceKey(ctx, activity)),
        title: activity.subject,
        description: activity.body ?? '',
        place: activity.meeting?.place ?? null,
        url: activity.meeting?.link ?? `${publicUrl}/activities/${id}`,
        sequence: activity.version,
        changedAt: activity.updatedAt,
        ...(owner && { organizer: { name: activity.owner.name, email: owner } }),
        attendees: guests,
      },
    ],
  })
  return icsAnswer(text, `${activity.subject.slice(0, 60)}.ics`)
}

const usualMinutes = 60

function timesOf(
  { occurredAt, plannedAt, dueAt, dueAllDay, durationMinutes, meeting }: Activity,
  timeZone: string,
) {
  const start = occurredAt ?? plannedAt
  if (start) {
    const usualEnd = new Date(Date.parse(start) + (durationMinutes || usualMinutes) * 60_000).toISOString()
    return {
      start,
      end: meeting?.endsAt && meeting.endsAt > start ? meeting.endsAt : usualEnd,
      allDay: false,
    }
  }
  if (!dueAt) return null
  if (!dueAllDay)
    return { start: dueAt, end: new Date(Date.parse(dueAt) + 30 * 60_000).toISOString(), allDay: false }
  const day = localDate(dueAt, timeZone)
  return { start: day, end: addDays(day, 1), allDay: true }
}

const responses = {
  invited: 'NEEDS-ACTION',
  accepted: 'ACCEPTED',
  attended: 'ACCEPTED',
  declined: 'DECLINED',
  absent: 'DECLINED',
  tentative: 'TENTATIVE',
} as const

/** Those invited who have an address. */
async function guestsOf(ctx: Ctx, { participants, parties }: Activity): Promise<EventPerson[]> {
  const ids = (type: 'user' | 'party') => participants.filter((one) => one.type === type).map(({ id }) => id)
  const users = await userEmails(ctx, ids('user'))
  const attending = parties.filter(({ role }) => role === 'attendee' || role === 'subject')
  const emails = await partyEmails(ctx, [...ids('party'), ...attending.map(({ id }) => id)])
  const invited = participants.map(({ id, name, response }) => ({ id, name, response: responses[response] }))
  const others = attending
    .filter(({ id }) => !invited.some((one) => one.id === id))
    .map(({ id, name }) => ({ id, name, response: 'NEEDS-ACTION' as const }))
  return [...invited, ...others].flatMap(({ id, ...person }) => {
    const email = users.get(id) ?? emails.get(id)
    return email ? [{ ...person, email }] : []
  })
}
