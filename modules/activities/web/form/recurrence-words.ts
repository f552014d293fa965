import { weekdayNames } from '@peyvand/persian'
import type { T } from '@peyvand/platform/web'
import type { Format } from '@peyvand/ui'
import type { Recurrence } from '../../contract/index.ts'

interface Words {
  t: T
  format: Pick<Format, 'date' | 'list'>
  locale: 'fa' | 'en'
}

/** A rule in plain words: «هر ۲ هفته، شنبه و دوشنبه، تا ۱ دی ۱۴۰۵». */
export function recurrenceWords(rule: Recurrence, { t, format, locale }: Words): string {
  const { frequency, interval, weekdays, monthlyOn, until, count } = rule
  const names = weekdayNames(locale)
  return [
    t(`activities.recurrence.every.${frequency}`, { interval }),
    weekdays.length > 0 && format.list(weekdays.toSorted((a, b) => a - b).map((day) => names[day] ?? '')),
    monthlyOn !== 'day' && t(`activities.recurrence.monthlyOn.${monthlyOn}`),
    until && t('activities.recurrence.until', { date: format.date(until) }),
    count && t('activities.recurrence.times', { count }),
  ]
    .filter(Boolean)
    .join(t('activities.recurrence.comma'))
}
