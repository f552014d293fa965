import { CalendarDays } from 'lucide-react'
import type { Ref } from 'react'
import {
  DateRangePicker as AriaDateRangePicker,
  Button,
  Dialog,
  Group,
  Popover,
  RangeCalendar,
} from 'react-aria-components'
import { boxClass, fieldClass, innerButtonClass } from '../fields/field-class.ts'
import { FieldFrame } from '../fields/field-frame.tsx'
import { fieldParts } from '../fields/field-props.ts'
import { type FocusHandle, useFocusHandle } from '../fields/use-focus-handle.ts'
import { popoverClass } from '../overlays/popover.tsx'
import { useTexts } from '../provider/ui-context.ts'
import { CalendarPanel } from './calendar-panel.tsx'
import { type DateFieldBaseProps, dateLimits } from './date-props.ts'
import { DateSegments } from './date-segments.tsx'
import { dateFromIso, isoFromDate } from './date-value.ts'

/** Both days belong to the range. */
export type DateRangeValue = { from: string; to: string }

export type DateRangePickerProps = DateFieldBaseProps & {
  value: DateRangeValue | null | undefined
  onChange?: (value: DateRangeValue | null) => void
  ref?: Ref<FocusHandle>
}

/** From one day to another, both included. */
export const DateRangePicker = (props: DateRangePickerProps) => {
  const t = useTexts()
  const { chrome, control, className } = fieldParts(props)
  const { value, onChange, minDate: _min, maxDate: _max, ref, ...rest } = control
  const [start, end] = [dateFromIso(value?.from), dateFromIso(value?.to)]
  return (
    <AriaDateRangePicker
      {...rest}
      {...dateLimits(props)}
      ref={useFocusHandle(ref, '[role=spinbutton]')}
      value={start && end ? { start, end } : null}
      onChange={(range) => {
        const [from, to] = [isoFromDate(range?.start ?? null), isoFromDate(range?.end ?? null)]
        onChange?.(from && to ? { from, to } : null)
      }}
      firstDayOfWeek="sat"
      shouldForceLeadingZeros
      className={fieldClass(className)}
    >
      <FieldFrame {...chrome}>
        <Group className={boxClass('ps-2.5 pe-1.5')}>
          <DateSegments slot="start" />
          <span className="px-1.5 text-muted">{t.to}</span>
          <DateSegments slot="end" />
          <Button className={innerButtonClass('ms-auto')}>
            <CalendarDays aria-hidden />
          </Button>
        </Group>
      </FieldFrame>
      <Popover offset={4} className={popoverClass()}>
        <Dialog className="p-3 outline-none">
          <RangeCalendar>
            <CalendarPanel isRange />
          </RangeCalendar>
        </Dialog>
      </Popover>
    </AriaDateRangePicker>
  )
}
