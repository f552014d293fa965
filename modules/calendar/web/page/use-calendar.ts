import { invalidateTopics, useLive, useRoute, useSession } from '@peyvand/platform/web'
import { useCallback, useMemo } from 'react'
import { type CalendarItem, calendarRoute } from '../../contract/index.ts'
import type { CalendarState, Layer } from './use-calendar-state.ts'

/** What is shown of the period, without what is hidden. */
export function useCalendar({ view, range, team, colleagues, hidden }: CalendarState) {
  const { user } = useSession()
  const users = ['me', ...colleagues].join(',')
  const query = { ...range, ...(view === 'team' && team ? { teamId: team } : { users }) }
  const answer = useRoute(calendarRoute, { query }, { keepPrevious: true })
  useLive(
    'home',
    useCallback(() => void invalidateTopics(['calendar']), []),
  )
  const { data } = answer
  const items = useMemo(
    () => (data?.items ?? []).filter((item) => !layersOf(item).some((layer) => hidden.includes(layer))),
    [data, hidden],
  )
  return { ...answer, items, days: data?.days ?? [], users: data?.users ?? [], me: user.id }
}

/** The layers that an item belongs to; hiding one of them hides it. */
export function layersOf({ type, kind, status }: CalendarItem): Layer[] {
  if (type === 'nextContact' || type === 'absence') return [type]
  if (type === 'busy') return []
  const own: Layer = kind === 'meeting' || kind === 'call' || kind === 'task' ? kind : 'other'
  return status === 'done' ? [own, 'done'] : [own]
}
