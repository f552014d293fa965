import { Calendar as AriaCalendar } from 'react-aria-components'
import { CalendarPanel } from './calendar-panel.tsx'
import { dateLimits } from './date-props.ts'
import { dateFromIso, isoFromDate } from './date-value.ts'

export type CalendarProps = {
  label: string
  value: string | null
  onChange?: (value: string) => void
  minDate?: string
  maxDate?: string
  isDisabled?: boolean
}

/** A month of days, Jalali in Persian; weeks start on Saturday in both languages. */
export const Calendar = ({ label, value, onChange, minDate, maxDate, isDisabled = false }: CalendarProps) => (
  <AriaCalendar
    aria-label={label}
    firstDayOfWeek="sat"
    value={dateFromIso(value)}
    onChange={(date) => {
      const iso = isoFromDate(date)
      if (iso) onChange?.(iso)
    }}
    isDisabled={isDisabled}
    {...dateLimits({ ...(minDate && { minDate }), ...(maxDate && { maxDate }) })}
    className="w-fit"
  >
    <CalendarPanel />
  </AriaCalendar>
)
