import type { CreateActivity } from '@peyvand/activities/contract'
import { CreateActivity as Create } from '@peyvand/activities/contract'
import {
  canSeeActivity,
  createActivity,
  getActivity,
  transitionActivity,
  updateActivity,
} from '@peyvand/activities/server'
import { activeUsers, userEmails } from '@peyvand/identity/server'
import { AppError, type Ctx } from '@peyvand/platform/server'
import type { ImportedEvent } from '../contract/index.ts'
import { type ReadEvent, readEventFile } from './read-event-file.ts'
import './tables.ts'

const most = 500

/**
 * Makes meetings of the events of a file; one that was taken before is changed or called off.
 * @throws AppError calendar.notIcs (400)
 */
export async function importEvents(ctx: Ctx, ics: string): Promise<ImportedEvent[]> {
  const events = readEventFile(ics, ctx.timeZone)
  if (!events) throw new AppError('calendar.notIcs', { status: 400 })
  const colleagues = await colleaguesByEmail(ctx)
  const found: ImportedEvent[] = []
  for (const event of events.slice(0, most)) found.push(await takeEvent(ctx, event, colleagues))
  return found
}

/** Takes one event; the activity it became is remembered by the event's own name. */
export async function takeEvent(
  ctx: Ctx,
  event: ReadEvent,
  colleagues: ReadonlyMap<string, string>,
): Promise<ImportedEvent> {
  const { name, known } = await knownAs(ctx, event.uid)
  const told = { subject: event.title || '—', once: event.hasOtherRule }
  try {
    if (!known) {
      if (event.isCancelled) return { ...told, id: null, outcome: 'unchanged' }
      const { id } = await createActivity(ctx, meetingFrom(event, colleagues))
      await remember(ctx, { name, sequence: event.sequence, activityId: id })
      return { ...told, id, outcome: 'created' }
    }
    const id = known.activityId
    if (event.sequence < known.sequence) return { ...told, id, outcome: 'unchanged' }
    const outcome = await bringUpToDate(ctx, id, event)
    await remember(ctx, { name, sequence: event.sequence, activityId: id })
    return { ...told, id, outcome }
  } catch (error) {
    // What the caller may not see or change is told and the rest goes on.
    if (error instanceof AppError) return { ...told, id: null, outcome: 'refused' }
    throw error
  }
}

async function bringUpToDate(
  ctx: Ctx,
  id: string,
  event: ReadEvent,
): Promise<'updated' | 'cancelled' | 'unchanged'> {
  const activity = await getActivity(ctx, id)
  const isOpen = activity.status === 'planned' || activity.status === 'inProgress'
  if (!isOpen) return 'unchanged'
  if (event.isCancelled) {
    await transitionActivity(ctx, id, { action: 'cancel', version: activity.version })
    return 'cancelled'
  }
  const { subject, body, plannedAt, durationMinutes, meeting } = meetingFrom(event, new Map())
  const isSame =
    activity.subject === subject &&
    activity.plannedAt === plannedAt &&
    activity.meeting?.endsAt === meeting?.endsAt &&
    activity.meeting?.place === meeting?.place
  if (isSame) return 'unchanged'
  await updateActivity(ctx, id, {
    version: activity.version,
    subject,
    ...(body && { body }),
    plannedAt,
    durationMinutes,
    ...(activity.kind === 'meeting' &&
      meeting && {
        meeting: { ...activity.meeting, ...meeting, minutes: activity.meeting?.minutes ?? null },
      }),
  })
  return 'updated'
}

function meetingFrom(event: ReadEvent, colleagues: ReadonlyMap<string, string>): CreateActivity {
  const userIds = new Set(event.attendees.flatMap((email) => colleagues.get(email) ?? []))
  const link = [event.url, event.place].find((text) => /^https?:\/\/\S+$/.test(text)) ?? null
  return Create.parse({
    kind: 'meeting',
    direction: 'incoming',
    status: 'planned',
    subject: (event.title || '—').slice(0, 300),
    body: event.description.slice(0, 100_000) || null,
    plannedAt: event.start,
    durationMinutes: Math.min(
      100_000,
      Math.round((Date.parse(event.end) - Date.parse(event.start)) / 60_000),
    ),
    participants: [...userIds].map((userId) => ({ userId })),
    recurrence: event.recurrence,
    meeting: {
      place: link === event.place ? null : event.place.slice(0, 300) || null,
      link: link?.slice(0, 1000) ?? null,
      endsAt: event.end,
    },
  })
}

interface Remembered {
  name: string
  activityId: string
  sequence: number
}

/**
 * The activity that an event became, as far as the caller sees it; and the name to remember it by. Where the event is
 * a colleague's activity that the caller does not see, the caller gets one of their own.
 */
async function knownAs(
  ctx: Ctx,
  uid: string,
): Promise<{ name: string; known: Omit<Remembered, 'name'> | null }> {
  const own = `${ctx.actor.userId}/${uid}`
  const rows = await ctx.db
    .selectFrom('calendarEvents')
    .select(['uid', 'activityId', 'sequence'])
    .where('tenantId', '=', ctx.tenantId)
    .where('uid', 'in', [uid, own])
    .execute()
  for (const row of rows) if (await canSeeActivity(ctx, row.activityId)) return { name: row.uid, known: row }
  return { name: rows.some((row) => row.uid === uid) ? own : uid, known: null }
}

async function remember(ctx: Ctx, { name, activityId, sequence }: Remembered): Promise<void> {
  await ctx.db
    .insertInto('calendarEvents')
    .values({ tenantId: ctx.tenantId, uid: name, activityId, sequence })
    .onConflict((oc) => oc.columns(['tenantId', 'uid']).doUpdateSet({ activityId, sequence }))
    .execute()
}

/** Ids of active colleagues other than the caller, by their address in lower case. */
export async function colleaguesByEmail(ctx: Ctx): Promise<Map<string, string>> {
  const users = await activeUsers(ctx)
  const emails = await userEmails(
    ctx,
    users.map(({ id }) => id).filter((id) => id !== ctx.actor.userId),
  )
  return new Map([...emails].map(([id, email]) => [email.toLowerCase(), id]))
}
