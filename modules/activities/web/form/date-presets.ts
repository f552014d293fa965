import { addDays, type IsoDate, weekday } from '@peyvand/persian'

export type DatePreset = { id: 'today' | 'tomorrow' | 'saturday' | 'nextWeek' | 'nextMonth'; date: IsoDate }

const daysToSaturday = (today: IsoDate) => 7 - weekday(today)

/** Days that a next step is usually put on; a Saturday that is tomorrow or a week away is offered once. */
export function datePresets(today: IsoDate): DatePreset[] {
  const days = daysToSaturday(today)
  return [
    { id: 'today', date: today },
    { id: 'tomorrow', date: addDays(today, 1) },
    ...(days === 1 || days === 7 ? [] : [{ id: 'saturday' as const, date: addDays(today, days) }]),
    { id: 'nextWeek', date: addDays(today, 7) },
    { id: 'nextMonth', date: addDays(today, 30) },
  ]
}
