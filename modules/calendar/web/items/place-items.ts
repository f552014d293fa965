import { addDays, daysBetween, type IsoDate, localClock, localDate } from '@peyvand/persian'
import type { CalendarItem } from '../../contract/index.ts'

/** A part of an item in one column of hours; only the first part can be moved. */
export interface TimedPart {
  /** The item's key with the day where it goes over midnight. */
  key: string
  item: CalendarItem
  day: IsoDate
  from: number
  until: number
  isFirst: boolean
}

const dayMinutes = 1440
const separator = '@'

/** The key of the item that a part or a copy of it stands for. */
export const itemKey = (key: string): string => key.split(separator)[0] ?? key
export const partKey = (key: string, part: string): string => `${key}${separator}${part}`

export function minuteOf(instant: string, timeZone: string): number {
  const [hour = 0, minute = 0] = localClock(instant, timeZone).time.split(':').map(Number)
  return hour * 60 + minute
}

/** Whether an item stands above the hours: a day or longer. */
export const isWholeDay = ({ allDay, start, end }: CalendarItem): boolean =>
  allDay || Date.parse(end) - Date.parse(start) >= dayMinutes * 60_000

/** The parts of items in the hours of days. */
export function timedParts(items: readonly CalendarItem[], timeZone: string): TimedPart[] {
  return items
    .filter((item) => !isWholeDay(item))
    .flatMap((item) => {
      const first = localDate(item.start, timeZone)
      const until = minuteOf(item.end, timeZone)
      const last = until === 0 ? addDays(localDate(item.end, timeZone), -1) : localDate(item.end, timeZone)
      return Array.from({ length: Math.max(0, daysBetween(first, last)) + 1 }, (_, index): TimedPart => {
        const day = addDays(first, index)
        return {
          key: index === 0 ? item.key : partKey(item.key, day),
          item,
          day,
          from: index === 0 ? minuteOf(item.start, timeZone) : 0,
          until: day === last && until > 0 ? until : dayMinutes,
          isFirst: index === 0,
        }
      })
    })
}

/** The days that an item stands on; `until` is the first one after. */
export function daySpan(
  { allDay, start, end }: CalendarItem,
  timeZone: string,
): { from: IsoDate; until: IsoDate } {
  if (allDay) return { from: start, until: end }
  const from = localDate(start, timeZone)
  const last = localDate(new Date(Date.parse(end) - 1).toISOString(), timeZone)
  return { from, until: addDays(last < from ? from : last, 1) }
}
