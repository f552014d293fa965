import { type CalendarDate, getDayOfWeek } from '@internationalized/date'
import { CalendarCell } from 'react-aria-components'
import { cx } from '../cx.ts'
import { persianDateOrder } from '../i18n/persian-date-order.ts'
import { useTexts, useUi } from '../provider/ui-context.ts'
import { isoFromDate } from './date-value.ts'

const FRIDAY = 5

const base =
  'relative grid size-8 cursor-pointer place-items-center text-body pointer-coarse:size-11 data-disabled:cursor-default data-disabled:opacity-40 data-outside-month:hidden data-unavailable:line-through data-focus-visible:z-10'
const today =
  'data-today:font-bold data-today:after:absolute data-today:after:bottom-1 data-today:after:h-0.5 data-today:after:w-3 data-today:after:rounded-pill data-today:after:bg-current'
const single =
  'rounded-control data-hovered:bg-surface-2 data-selected:bg-accent data-selected:text-on-accent'
const range =
  'data-hovered:bg-surface-2 data-selected:bg-accent-soft data-selected:text-accent-text data-selection-start:rounded-s-control data-selection-start:bg-accent data-selection-start:text-on-accent data-selection-end:rounded-e-control data-selection-end:bg-accent data-selection-end:text-on-accent'

/** A day; Fridays and official holidays are red and say so. */
export const DayCell = ({ date, isRange }: { date: CalendarDate; isRange: boolean }) => {
  const t = useTexts()
  const { holidays } = useUi()
  const holiday = holidays.get(isoFromDate(date) ?? '')
  const isOff = holiday !== undefined || getDayOfWeek(date, 'en-US') === FRIDAY
  const note = holiday === undefined ? '' : `، ${t.holiday}: ${holiday}`
  return (
    <CalendarCell
      date={date}
      className={cx(base, today, isRange ? range : single, isOff && 'text-bad')}
      render={({ children, ...props }) => (
        <div
          {...props}
          aria-label={persianDateOrder(props['aria-label'] ?? '') + note}
          title={holiday}
          data-off={isOff || undefined}
        >
          {children}
        </div>
      )}
    />
  )
}
