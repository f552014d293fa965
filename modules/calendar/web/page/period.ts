import {
  addDays,
  addJalaliMonths,
  type Calendar,
  type DateRange,
  formatDate,
  formatMonth,
  gregorianParts,
  type IsoDate,
  isoFromGregorian,
  jalaliUnit,
  type Locale,
  weekday,
} from '@peyvand/persian'

export const calendarViews = ['day', 'week', 'month', 'agenda', 'team'] as const
/** Those that a phone has room for. */
export const phoneViews = ['agenda', 'day', 'month'] as const satisfies readonly CalendarView[]
export type CalendarView = (typeof calendarViews)[number]

const agendaDays = 30

/** The calendar that leads in a language; the other one stands small beside it. */
export const leadingCalendar = (locale: Locale): Calendar => (locale === 'fa' ? 'jalali' : 'gregorian')
export const secondCalendar = (locale: Locale): Calendar => (locale === 'fa' ? 'gregorian' : 'jalali')

/** The days that a view shows around a date; a month by whole weeks from Saturday. */
export function shownDays(view: CalendarView, date: IsoDate, calendar: Calendar): DateRange {
  if (view === 'day') return { from: date, to: addDays(date, 1) }
  if (view === 'agenda') return { from: date, to: addDays(date, agendaDays) }
  if (view === 'month') {
    const { from, to } = monthOf(date, calendar)
    return { from: addDays(from, -weekday(from)), to: addDays(to, (7 - weekday(to)) % 7) }
  }
  return jalaliUnit('week', date)
}

/** The days of the month that a date lies in. */
export function monthOf(date: IsoDate, calendar: Calendar): DateRange {
  if (calendar === 'jalali') return jalaliUnit('month', date)
  const { year, month } = gregorianParts(date)
  const first = (index: number) =>
    isoFromGregorian(year + Math.floor(index / 12), (index % 12) + 1, 1) as IsoDate
  return { from: first(month - 1), to: first(month) }
}

/** The date to show for the period before (-1) or after (1). */
export function steppedDate(
  view: CalendarView,
  date: IsoDate,
  { calendar, step }: { calendar: Calendar; step: 1 | -1 },
): IsoDate {
  if (view === 'day') return addDays(date, step)
  if (view === 'agenda') return addDays(date, step * agendaDays)
  if (view !== 'month') return addDays(date, step * 7)
  if (calendar === 'jalali') return addJalaliMonths(date, step)
  const { from, to } = monthOf(date, calendar)
  return step === 1 ? to : monthOf(addDays(from, -1), calendar).from
}

export const daysOf = ({ from, to }: DateRange): IsoDate[] => {
  const days = []
  for (let day = from; day < to; day = addDays(day, 1)) days.push(day)
  return days
}

/** What a period is called: «آذر ۱۴۰۵», «۲۹ آبان – ۵ آذر ۱۴۰۵». */
export function periodTitle(
  view: CalendarView,
  { date, range, locale, calendar }: { date: IsoDate; range: DateRange; locale: Locale; calendar: Calendar },
): string {
  if (view === 'day') return formatDate(date, { locale, calendar, style: 'full' })
  if (view === 'month' && calendar === leadingCalendar(locale)) return formatMonth(date, { locale, calendar })
  const [first, last] = [range.from, addDays(range.to, -1)]
  const sameYear = yearOf(first, { locale, calendar }) === yearOf(last, { locale, calendar })
  const sameMonth = formatMonth(first, { locale, calendar }) === formatMonth(last, { locale, calendar })
  const end = formatDate(last, { locale, calendar, style: 'medium' })
  if (sameMonth) return `${dayOfMonth(first, { locale, calendar })} – ${end}`
  const start = formatDate(first, { locale, calendar, style: sameYear ? 'dayMonth' : 'medium' })
  return `${start} – ${end}`
}

type Words = { locale: Locale; calendar: Calendar }

/** The day's number in its month, in the digits of the language. */
export const dayOfMonth = (date: IsoDate, words: Words): string =>
  formatDate(date, { ...words, style: 'dayMonth' }).split(' ')[0] ?? ''

const yearOf = (date: IsoDate, words: Words): string => formatMonth(date, words).split(' ').at(-1) ?? ''
