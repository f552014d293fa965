import { formatDate, type IsoDate, weekday, weekdayNames } from '@peyvand/persian'
import { cx, useUi } from '@peyvand/ui'
import type { CalendarDay } from '../../contract/index.ts'
import { dayOfMonth, leadingCalendar, secondCalendar } from '../page/period.ts'

type Props = {
  day: CalendarDay
  isToday: boolean
  /** In a month the names of the weekdays stand above. */
  hasWeekday: boolean
  onOpen: (day: IsoDate) => void
}

/** The number of a day, the other calendar's small beside it, and its holiday. */
export const DayHead = ({ day: { day, off, holidays }, isToday, hasWeekday, onOpen }: Props) => {
  const { locale } = useUi()
  const number = dayOfMonth(day, { locale, calendar: leadingCalendar(locale) })
  const second = formatDate(day, { locale, calendar: secondCalendar(locale), style: 'dayMonth' })
  const isFirst = number === '1' || number === '۱'
  return (
    <div className={cx('flex min-w-0 items-baseline gap-1.5', off && 'text-bad')}>
      <button
        type="button"
        className={cx(
          'shrink-0 cursor-pointer rounded-pill px-1.5 font-semibold hover:bg-surface-2',
          isToday && 'bg-accent text-on-accent hover:bg-accent',
        )}
        aria-label={formatDate(day, { locale, style: 'full' })}
        onClick={() => onOpen(day)}
      >
        {isFirst && !hasWeekday
          ? formatDate(day, { locale, calendar: leadingCalendar(locale), style: 'dayMonth' })
          : number}
      </button>
      {hasWeekday && <span className="truncate text-meta">{weekdayNames(locale)[weekday(day)]}</span>}
      <span className="shrink-0 text-badge text-muted max-sm:hidden">{second}</span>
      {holidays.length > 0 && (
        <span
          className={cx('min-w-0 truncate text-badge', !hasWeekday && 'max-sm:sr-only')}
          title={holidays.join(' – ')}
        >
          {holidays[0]}
        </span>
      )}
    </div>
  )
}
