import { ChevronLeft, ChevronRight } from 'lucide-react'
import {
  Button,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarMonthPicker,
  CalendarYearPicker,
} from 'react-aria-components'
import { persianDateOrder } from '../i18n/persian-date-order.ts'
import { useTexts } from '../provider/ui-context.ts'
import { useFormat } from '../provider/use-format.ts'
import { DayCell } from './day-cell.tsx'

const arrowClass =
  'grid size-icon cursor-pointer place-items-center rounded-control text-muted data-hovered:bg-surface-2 data-hovered:text-text data-disabled:opacity-40 [&_svg]:size-4.5'

/** Title, arrows and days: the inside of Calendar and RangeCalendar. */
export const CalendarPanel = ({ isRange = false }: { isRange?: boolean }) => {
  const t = useTexts()
  return (
    <>
      <header className="mb-2 flex items-center gap-1 ps-1">
        {/* Month before year: ICU would write «۱۴۰۵ آذر». As choices they also reach a birth date quickly. */}
        <MonthChoice />
        <YearChoice />
        <Button slot="previous" aria-label={t.previousMonth} className={`${arrowClass} ms-auto`}>
          <ChevronLeft className="rtl:-scale-x-100" aria-hidden />
        </Button>
        <Button slot="next" aria-label={t.nextMonth} className={arrowClass}>
          <ChevronRight className="rtl:-scale-x-100" aria-hidden />
        </Button>
      </header>
      <CalendarGrid
        weekdayStyle="narrow"
        className="border-collapse"
        render={(props) => <table {...props} aria-label={persianDateOrder(props['aria-label'] ?? '')} />}
      >
        <CalendarGridHeader>
          {(day) => (
            <CalendarHeaderCell className="size-8 p-0 text-meta font-normal text-muted">
              {day}
            </CalendarHeaderCell>
          )}
        </CalendarGridHeader>
        <CalendarGridBody>{(date) => <DayCell date={date} isRange={isRange} />}</CalendarGridBody>
      </CalendarGrid>
    </>
  )
}

const choiceClass =
  'cursor-pointer appearance-none min-h-6 [field-sizing:content] pointer-coarse:min-h-11 pointer-coarse:min-w-11 rounded-tag bg-surface px-1 py-0.5 text-prose font-semibold hover:bg-surface-2'

const MonthChoice = () => (
  <CalendarMonthPicker format="long">
    {({ items, value, onChange, ...labels }) => (
      <select
        {...labels}
        className={choiceClass}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
      >
        {items.map(({ id, formatted }) => (
          <option key={id} value={id}>
            {formatted}
          </option>
        ))}
      </select>
    )}
  </CalendarMonthPicker>
)

const YearChoice = () => {
  const format = useFormat()
  return (
    <CalendarYearPicker visibleYears={161}>
      {({ items, value, onChange, ...labels }) => (
        <select
          {...labels}
          className={choiceClass}
          value={value}
          onChange={(event) => onChange(Number(event.target.value))}
        >
          {items.map(({ id, date }) => (
            <option key={id} value={id}>
              {format.digits(date.year)}
            </option>
          ))}
        </select>
      )}
    </CalendarYearPicker>
  )
}
