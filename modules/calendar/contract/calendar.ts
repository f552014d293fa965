import { ActivityKind, ActivityStatus, ParticipantResponse, Priority } from '@peyvand/activities/contract'
import { defineRoute, Id, Instant, IsoDate, issue, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'
import { WorkingHours } from './working-week.ts'

/** What stands in the calendar; each can be shown or hidden. `busy` is what the caller may not see. */
export const ItemType = z.enum(['activity', 'nextContact', 'absence', 'busy'])
export type ItemType = z.infer<typeof ItemType>

export const CalendarItem = z.object({
  /** Unique among the items of an answer. */
  key: z.string(),
  type: ItemType,
  /** The activity or the party that opens; null where there is nothing to open. */
  id: Id.nullable(),
  /** Empty where the caller may not see it. */
  title: z.string(),
  kind: ActivityKind.nullable(),
  status: ActivityStatus.nullable(),
  /** An instant, or a day where the whole day is meant. */
  start: z.string(),
  /** The instant it ends, or the first day after it. */
  end: z.string(),
  allDay: z.boolean(),
  overdue: z.boolean(),
  priority: Priority.nullable(),
  /** Of the users asked for, those whose calendar it stands in; the owner first. */
  userIds: z.array(Id),
  owner: Ref.nullable(),
  party: Ref.nullable(),
  place: z.string().nullable(),
  link: z.string().nullable(),
  participants: z.array(
    z.object({ type: z.enum(['user', 'party']), id: Id, name: z.string(), response: ParticipantResponse }),
  ),
  /** One of a series; its number, and whether it is not made yet (`id` is then the one before it). */
  recurring: z.boolean(),
  occurrence: z.number().int().nullable(),
  ahead: z.boolean(),
  changedAt: z.string().nullable(),
  /** For moving it: the version of the activity. */
  version: z.number().int(),
  can: z.object({ open: z.boolean(), move: z.boolean(), respond: z.boolean() }),
})
export type CalendarItem = z.infer<typeof CalendarItem>

export const CalendarDay = z.object({
  day: IsoDate,
  /** No work: by the week or as a holiday. */
  off: z.boolean(),
  holidays: z.array(z.string()),
  hours: WorkingHours,
})
export type CalendarDay = z.infer<typeof CalendarDay>

/** Ids with commas between them; `me` where it is left out. */
const Users = z
  .string()
  .default('me')
  .transform((text) => [...new Set(text.split(',').filter(Boolean))])
  .pipe(z.array(z.union([Id, z.literal('me')])).max(50))

const maxDays = 62
const period = { from: IsoDate, /** The first day after the period. */ to: IsoDate }
const withinLimit = ({ from, to }: { from: string; to: string }, ctx: z.RefinementCtx) => {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
  if (days <= 0 || days > maxDays) ctx.addIssue(issue('activities.period', ['to']))
}

export const calendarRoute = defineRoute({
  method: 'GET',
  path: '/calendar',
  summary: 'What stands between two days for users or a team, with working hours and holidays; up to 62 days',
  permission: 'activities.read',
  query: z.object({ ...period, users: Users, teamId: Id.optional() }).superRefine(withinLimit),
  answer: z.object({ items: z.array(CalendarItem), days: z.array(CalendarDay), users: z.array(Ref) }),
})

/** Times at which somebody cannot come; `maybe` where the answer to an invitation is open. */
export const BusyTime = z.object({ start: Instant, end: Instant, kind: z.enum(['busy', 'maybe', 'absent']) })
export type BusyTime = z.infer<typeof BusyTime>

export const freeBusyRoute = defineRoute({
  method: 'GET',
  path: '/calendar/free-busy',
  summary: 'When users are busy, without saying with what',
  permission: 'activities.read',
  query: z
    .object({
      ...period,
      users: Users,
      /** Leaves out this activity: the one that is being planned. */ except: Id.optional(),
    })
    .superRefine(withinLimit),
  answer: z.object({
    users: z.array(z.object({ user: Ref, busy: z.array(BusyTime) })),
    days: z.array(CalendarDay),
  }),
})

export const suggestTimesRoute = defineRoute({
  method: 'GET',
  path: '/calendar/suggestions',
  summary: 'The next times within working hours at which all users are free',
  permission: 'activities.read',
  query: z.object({
    users: Users,
    minutes: z.coerce.number().int().min(5).max(1440).default(60),
    /** Not before this moment; now where it is left out. */
    after: Instant.optional(),
    except: Id.optional(),
    limit: z.coerce.number().int().min(1).max(20).default(5),
  }),
  answer: z.object({ items: z.array(z.object({ start: Instant, end: Instant })) }),
})
