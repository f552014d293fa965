import {
  type Activity,
  makeOccurrenceRoute,
  type OccurrenceScope,
  rescheduleActivityRoute,
} from '@peyvand/activities/contract'
import { callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { toast } from '@peyvand/ui'
import { useState } from 'react'
import type { CalendarItem } from '../../contract/index.ts'
import { calendarTopics } from '../calendar-topics.ts'

export interface NewPlace {
  start: string
  end?: string
}

type AskScope = (title: string) => Promise<OccurrenceScope | null>

/** Moves items: shown at once at the new place, told, and taken back by one press. */
export function useMove(askScope: AskScope) {
  const t = useT()
  const problem = useProblemText()
  const [places, setPlaces] = useState<ReadonlyMap<string, NewPlace>>(new Map())
  const put = (key: string, place: NewPlace | null) =>
    setPlaces((before) => {
      const after = new Map(before)
      if (place) after.set(key, place)
      else after.delete(key)
      return after
    })

  const move = async (item: CalendarItem, place: NewPlace) => {
    const scope = item.recurring ? await askScope(t('calendar.moveSeries')) : undefined
    if (scope === null || item.id === null) return
    put(item.key, place)
    try {
      const { id, version } = await madeOf(item)
      const after = await reschedule({ id, version }, { ...place, occurrences: scope })
      const back = () =>
        reschedule(after, { start: item.start, ...endOf(item), occurrences: scope }).then(
          () => invalidateTopics(calendarTopics),
          (error: unknown) => toast({ kind: 'bad', title: problem(error) }),
        )
      toast({
        kind: 'ok',
        title: t('calendar.moved', { subject: item.title }),
        action: { label: t('web.undo'), onPress: () => void back() },
      })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
    await invalidateTopics(calendarTopics)
    put(item.key, null)
  }

  return {
    move,
    /** Items with those that are being moved at their new place. */
    moved: (items: readonly CalendarItem[]): CalendarItem[] =>
      items.map((item) => {
        const place = places.get(item.key)
        return place ? movedTo(item, place) : item
      }),
  }
}

/** The activity that an item is; an occurrence that is not made yet is made. */
export async function madeOf({ id, version, occurrence, ahead }: CalendarItem): Promise<{
  id: string
  version: number
}> {
  if (!ahead || !id || occurrence === null) return { id: id ?? '', version }
  return callApi(makeOccurrenceRoute, { params: { id, number: occurrence } })
}

const reschedule = (
  { id, version }: Pick<Activity, 'id' | 'version'>,
  { occurrences, ...place }: NewPlace & { occurrences: OccurrenceScope | undefined },
) =>
  callApi(rescheduleActivityRoute, {
    params: { id },
    body: { version, ...place, ...(occurrences && { occurrences }) },
  })

const endOf = ({ allDay, end }: CalendarItem) => (allDay ? {} : { end })

const dayMs = 86_400_000

function movedTo(item: CalendarItem, { start, end }: NewPlace): CalendarItem {
  if (end) return { ...item, start, end }
  if (item.allDay) {
    const length = Date.parse(item.end) - Date.parse(item.start)
    return { ...item, start, end: new Date(Date.parse(start) + length).toISOString().slice(0, 10) }
  }
  const days = Math.round((Date.parse(start) - Date.parse(item.start.slice(0, 10))) / dayMs) * dayMs
  const shifted = (instant: string) => new Date(Date.parse(instant) + days).toISOString()
  return { ...item, start: shifted(item.start), end: shifted(item.end) }
}
