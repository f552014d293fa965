import { now } from '@internationalized/date'
import type { Ref } from 'react'
import { DatePicker as AriaDatePicker, Group } from 'react-aria-components'
import { boxClass, fieldClass, innerInputClass } from '../fields/field-class.ts'
import { FieldFrame } from '../fields/field-frame.tsx'
import { fieldParts } from '../fields/field-props.ts'
import { type FocusHandle, useFocusHandle } from '../fields/use-focus-handle.ts'
import { useUi } from '../provider/ui-context.ts'
import { CalendarButton, DatePopover } from './date-popover.tsx'
import { type DateFieldBaseProps, dateLimits } from './date-props.ts'
import { DateSegments } from './date-segments.tsx'
import { instantFromIso } from './date-value.ts'

export type DateTimeFieldProps = DateFieldBaseProps & {
  /** Instant, ISO UTC. */
  value: string | null | undefined
  onChange?: (value: string | null) => void
  ref?: Ref<FocusHandle>
}

/** A day and time in the zone of UiProvider, given and taken as an ISO UTC instant. */
export const DateTimeField = (props: DateTimeFieldProps) => {
  const { timeZone } = useUi()
  const { chrome, control, className } = fieldParts(props)
  const { value, onChange, minDate: _min, maxDate: _max, ref, ...rest } = control
  return (
    <AriaDatePicker
      {...rest}
      {...dateLimits(props)}
      ref={useFocusHandle(ref, '[role=spinbutton]')}
      granularity="minute"
      hourCycle={24}
      hideTimeZone
      shouldCloseOnSelect
      firstDayOfWeek="sat"
      shouldForceLeadingZeros
      // Carries the zone while the field is empty, so that what is typed is an instant and not a bare date.
      placeholderValue={now(timeZone).set({ minute: 0, second: 0, millisecond: 0 })}
      value={instantFromIso(value, timeZone)}
      onChange={(date) => onChange?.(date ? date.toAbsoluteString() : null)}
      className={fieldClass(className)}
    >
      <FieldFrame {...chrome}>
        <Group className={boxClass('pe-1.5')}>
          <DateSegments className={innerInputClass('cursor-text')} />
          <CalendarButton />
        </Group>
      </FieldFrame>
      <DatePopover />
    </AriaDatePicker>
  )
}
