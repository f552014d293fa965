import { IsoDate } from '@peyvand/platform/contract'
import { z } from 'zod'
import { ActivityRow } from './activities.ts'
import { ActivityKind } from './kinds.ts'

/** What I did in one Jalali week (Saturday to Friday). */
export const WeekNumbers = z.object({
  from: IsoDate,
  /** The first day after it. */
  to: IsoDate,
  /** Activities of mine that happened or were finished, by kind. */
  byKind: z.array(z.object({ kind: ActivityKind, count: z.number().int() })),
  total: z.number().int(),
  /** Tasks and other planned work finished. */
  finished: z.number().int(),
  /** Different parties I was in contact with. */
  parties: z.number().int(),
  callMinutes: z.number().int(),
})
export type WeekNumbers = z.infer<typeof WeekNumbers>

const Box = z.object({ items: z.array(ActivityRow), total: z.number().int() })

/** «میز کار»: my own day; worklist counts have a route of their own, recent files come from the parties. */
export const Home = z.object({
  today: IsoDate,
  /** Open activities of mine due or planned for today, by time. */
  dueToday: Box,
  /** Open activities of mine whose time has passed, oldest first. */
  overdue: Box,
  /** Open activities of the next seven days. */
  upcoming: Box,
  thisWeek: WeekNumbers,
  lastWeek: WeekNumbers,
})
export type Home = z.infer<typeof Home>
