import { type CalendarEntry, calendarEntries } from '@peyvand/activities/server'
import { absencesBetween, membersOfTeam, usersByIds } from '@peyvand/identity/server'
import { visibleParties } from '@peyvand/parties/server'
import { addDays, type IsoDate, localDate } from '@peyvand/persian'
import type { Ref } from '@peyvand/platform/contract'
import { anyOf, type Ctx, may } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { CalendarDay, CalendarItem } from '../contract/index.ts'
import { calendarDays } from './working-calendar.ts'

interface Asked {
  from: IsoDate
  to: IsoDate
  users: readonly string[]
  teamId?: string | undefined
}

/** What stands between two days for users or the members of a team, as far as the caller may see it. */
export async function calendarOf(
  ctx: Ctx,
  { from, to, users, teamId }: Asked,
): Promise<{ items: CalendarItem[]; days: CalendarDay[]; users: Ref[] }> {
  const people = teamId ? await membersOfTeam(ctx, teamId) : await usersNamed(ctx, users)
  const userIds = people.map(({ id }) => id)
  const entries = await calendarEntries(ctx, { from, to, userIds })
  const items = [
    ...entries.map((entry) => (entry.visible ? activityItem(ctx, entry) : busyItem(entry))),
    ...(await nextContacts(ctx, { from, to, userIds })),
    ...(await absences(ctx, { from, to, userIds })),
  ]
  return {
    items: items.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0)),
    days: await calendarDays(ctx, { from, to }),
    users: people.map(({ id, name }) => ({ id, name })),
  }
}

/** Users by id in the order asked, `me` for the caller; unknown ones are left out. */
export async function usersNamed(ctx: Ctx, users: readonly string[]): Promise<Ref[]> {
  const ids = users.flatMap((id) => (id === 'me' ? (ctx.actor.userId ?? []) : id))
  const names = await usersByIds(ctx, ids)
  return [...new Set(ids)].flatMap((id) => names.get(id) ?? [])
}

const nothing = {
  id: null,
  title: '',
  kind: null,
  status: null,
  overdue: false,
  priority: null,
  owner: null,
  party: null,
  place: null,
  link: null,
  participants: [],
  recurring: false,
  occurrence: null,
  ahead: false,
  changedAt: null,
  version: 0,
  can: { open: false, move: false, respond: false },
} satisfies Partial<CalendarItem>

function activityItem(ctx: Ctx, entry: CalendarEntry): CalendarItem {
  const { row, occurrence, ahead, participants } = entry
  return {
    ...timesOf(entry),
    // One of a series keeps its key when it is made.
    key: row.seriesId ? `${row.seriesId}:${occurrence}` : row.id,
    type: 'activity',
    id: row.id,
    title: row.subject,
    kind: row.kind,
    status: row.status,
    overdue: Boolean(row.overdue) && !ahead,
    priority: row.priority,
    owner: { id: row.ownerId, name: row.ownerName ?? '' },
    party: entry.party,
    place: row.place,
    link: row.link,
    participants,
    recurring: row.seriesId !== null,
    occurrence,
    ahead,
    changedAt: row.updatedAt,
    version: row.version,
    can: {
      open: true,
      move: entry.canMove,
      respond: !ahead && participants.some(({ type, id }) => type === 'user' && id === ctx.actor.userId),
    },
  }
}

const timesOf = ({ start, end, allDay, userIds }: CalendarEntry) => ({ start, end, allDay, userIds })

const busyItem = (entry: CalendarEntry): CalendarItem => ({
  ...nothing,
  ...timesOf(entry),
  key: `busy:${entry.row.id}:${entry.occurrence ?? ''}`,
  type: 'busy',
})

interface Between {
  from: IsoDate
  to: IsoDate
  userIds: readonly string[]
}

async function nextContacts(ctx: Ctx, { from, to, userIds }: Between): Promise<CalendarItem[]> {
  if (!may(ctx.actor, 'parties.read') || userIds.length === 0) return []
  const today = localDate(ctx.now(), ctx.timeZone)
  const rows = await visibleParties(ctx)
    .select(['p.id', 'p.displayName as name', 'p.nextContactOn as day', 'p.ownerId'])
    .where('p.nextContactOn', '>=', from)
    .where('p.nextContactOn', '<', to)
    .where(anyOf(sql`p.owner_id`, userIds))
    .orderBy('p.nextContactOn')
    .limit(1000)
    .execute()
  return rows.map(({ id, name, day, ownerId }) => ({
    ...nothing,
    key: `next:${id}`,
    type: 'nextContact',
    id,
    title: name,
    start: day as string,
    end: addDays(day as string, 1),
    allDay: true,
    overdue: (day as string) < today,
    userIds: ownerId ? [ownerId] : [],
    party: { id, name },
    can: { open: true, move: false, respond: false },
  }))
}

async function absences(ctx: Ctx, { from, to, userIds }: Between): Promise<CalendarItem[]> {
  const rows = await absencesBetween(ctx, userIds, { from, to })
  return rows.map(({ userId, name, from: start, until }) => ({
    ...nothing,
    key: `absence:${userId}`,
    type: 'absence',
    title: name,
    start: start < from ? from : start,
    end: until && until < to ? addDays(until, 1) : to,
    allDay: true,
    userIds: [userId],
  }))
}
