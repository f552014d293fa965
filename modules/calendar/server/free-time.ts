import { type CalendarEntry, calendarEntries } from '@peyvand/activities/server'
import { absencesBetween } from '@peyvand/identity/server'
import { addDays, type IsoDate, instantAt, localDate, startOfDay } from '@peyvand/persian'
import type { Ref } from '@peyvand/platform/contract'
import type { Ctx } from '@peyvand/platform/server'
import { type BusyTime, type CalendarDay, hoursOn } from '../contract/index.ts'
import { usersNamed } from './calendar.ts'
import { freeTimes, type Span } from './free-times.ts'
import { calendarDays, workingCalendar } from './working-calendar.ts'

interface Asked {
  from: IsoDate
  to: IsoDate
  users: readonly string[]
  except?: string | undefined
}

/** When users cannot come between two days; with what is not told. */
export async function freeBusy(
  ctx: Ctx,
  asked: Asked,
): Promise<{ users: { user: Ref; busy: BusyTime[] }[]; days: CalendarDay[] }> {
  const people = await usersNamed(ctx, asked.users)
  const busy = await busyTimes(ctx, people, asked)
  return {
    users: people.map((user) => ({ user, busy: busy.get(user.id) ?? [] })),
    days: await calendarDays(ctx, asked),
  }
}

interface Suggest {
  users: readonly string[]
  minutes: number
  after?: string | undefined
  except?: string | undefined
  limit: number
}

const searchedDays = 30

/** The next times within working hours at which nobody of the users is busy, at most two a day. */
export async function suggestTimes(
  ctx: Ctx,
  { users, minutes, after, except, limit }: Suggest,
): Promise<Span[]> {
  const now = ctx.now().toISOString()
  const notBefore = after && after > now ? new Date(after).toISOString() : now
  const from = localDate(notBefore, ctx.timeZone)
  const to = addDays(from, searchedDays)
  const busy = await busyTimes(ctx, await usersNamed(ctx, users), { from, to, users, except })
  const calendar = await workingCalendar(ctx, from, to)
  const found: Span[] = []
  for (let day = from; day < to && found.length < limit; day = addDays(day, 1)) {
    const hours = hoursOn(calendar, day).map((range) => ({
      start: instantAt(day, range.from, ctx.timeZone),
      end: clockEnd(day, range.until, ctx.timeZone),
    }))
    found.push(...freeTimes({ hours, busy: [...busy.values()].flat(), minutes, notBefore }).slice(0, 2))
  }
  return found.slice(0, limit)
}

const clockEnd = (day: IsoDate, until: string, timeZone: string) =>
  until === '24:00' ? startOfDay(addDays(day, 1), timeZone) : instantAt(day, until, timeZone)

async function busyTimes(
  ctx: Ctx,
  people: readonly Ref[],
  { from, to, except }: Asked,
): Promise<Map<string, BusyTime[]>> {
  const userIds = people.map(({ id }) => id)
  const busy = new Map<string, BusyTime[]>(userIds.map((id) => [id, []]))
  for (const entry of await calendarEntries(ctx, { from, to, userIds })) {
    if (!takesTime(entry) || entry.row.id === except) continue
    for (const id of entry.userIds)
      busy
        .get(id)
        ?.push({ start: entry.start, end: entry.end, kind: isOpenInvitation(entry, id) ? 'maybe' : 'busy' })
  }
  for (const { userId, from: first, until } of await absencesBetween(ctx, userIds, { from, to })) {
    const start = startOfDay(first < from ? from : first, ctx.timeZone)
    const end = startOfDay(until && until < to ? addDays(until, 1) : to, ctx.timeZone)
    busy.get(userId)?.push({ start, end, kind: 'absent' })
  }
  for (const times of busy.values()) times.sort((a, b) => (a.start < b.start ? -1 : 1))
  return busy
}

/** Work with an hour of its own; what is only due some time leaves the day free. */
const takesTime = ({ row, allDay }: CalendarEntry) => !allDay && row.plannedAt !== null

const isOpenInvitation = ({ row, participants }: CalendarEntry, userId: string) =>
  row.ownerId !== userId &&
  participants.some(
    ({ id, response }) => id === userId && (response === 'invited' || response === 'tentative'),
  )
