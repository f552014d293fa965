import type { IsoDate } from '@peyvand/persian'
import { useSession, useUrlState } from '@peyvand/platform/web'
import { useUi } from '@peyvand/ui'
import { useIsPhone } from '@peyvand/ui/data'
import { z } from 'zod'
import { useToday } from '../use-today.ts'
import { type CalendarView, calendarViews, leadingCalendar, phoneViews, shownDays } from './period.ts'

/** What may be hidden. */
export const layers = ['meeting', 'call', 'task', 'other', 'nextContact', 'absence', 'done'] as const
export type Layer = (typeof layers)[number]

const List = z
  .string()
  .transform((text) => text.split(',').filter(Boolean))
  .catch([])

const State = z.object({
  view: z.enum(calendarViews).optional().catch(undefined),
  date: z.iso.date().optional().catch(undefined),
  /** Ids of colleagues shown beside oneself. */
  with: List.optional(),
  /** Of the view of teams: one's own until another is chosen, or `none` for colleagues one by one. */
  team: z.string().optional().catch(undefined),
  hide: List.optional(),
})

const noTeam = 'none'
const remembered = 'peyvand.calendar.view'

/** What the calendar shows, in the address; the view is remembered on this device. */
export function useCalendarState() {
  const [state, put] = useUrlState(State)
  const { locale } = useUi()
  const [ownTeam = null] = useSession().user.teamIds
  const isPhone = useIsPhone()
  const today = useToday()
  const stored = z.enum(calendarViews).safeParse(localStorage.getItem(remembered))
  const usual: CalendarView = isPhone ? 'agenda' : stored.success ? stored.data : 'week'
  const asked = state.view ?? usual
  const view = isPhone && !phoneViews.some((one) => one === asked) ? 'day' : asked
  const date: IsoDate = state.date ?? today
  const hidden = (state.hide ?? []).filter((one): one is Layer => layers.includes(one as Layer))
  return {
    view,
    date,
    today,
    team: state.team === noTeam ? null : (state.team ?? ownTeam),
    colleagues: state.with ?? [],
    hidden,
    range: shownDays(view, date, leadingCalendar(locale)),
    goTo: (next: IsoDate) => put({ date: next === today ? undefined : next }),
    setView: (next: CalendarView, on?: IsoDate) => {
      if (!isPhone) localStorage.setItem(remembered, next)
      put({ view: next, ...(on && { date: on }) })
    },
    setHidden: (next: readonly Layer[]) => put({ hide: next.join(',') as never }),
    setColleagues: (ids: readonly string[]) => put({ with: ids.join(',') as never }),
    setTeam: (id: string | null) => put({ team: id ?? noTeam }),
  }
}

export type CalendarState = ReturnType<typeof useCalendarState>
