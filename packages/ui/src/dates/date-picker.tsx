import { X } from 'lucide-react'
import type { Ref } from 'react'
import { DatePicker as AriaDatePicker, Button, Group } from 'react-aria-components'
import { boxClass, fieldClass, innerButtonClass, innerInputClass } from '../fields/field-class.ts'
import { FieldFrame } from '../fields/field-frame.tsx'
import { fieldParts } from '../fields/field-props.ts'
import { type FocusHandle, useFocusHandle } from '../fields/use-focus-handle.ts'
import { useTexts } from '../provider/ui-context.ts'
import { CalendarButton, DatePopover } from './date-popover.tsx'
import { type DateFieldBaseProps, dateLimits } from './date-props.ts'
import { DateSegments } from './date-segments.tsx'
import { dateFromIso, isoFromDate } from './date-value.ts'

export type DatePickerProps = DateFieldBaseProps & {
  value: string | null | undefined
  onChange?: (value: string | null) => void
  /** Offers a button that empties the field. */
  isClearable?: boolean
  ref?: Ref<FocusHandle>
}

/** A day, typed or chosen; Jalali in Persian, Gregorian in English, `YYYY-MM-DD` in and out. */
export const DatePicker = (props: DatePickerProps) => {
  const t = useTexts()
  const { chrome, control, className } = fieldParts(props)
  const { value, onChange, isClearable = false, minDate: _min, maxDate: _max, ref, ...rest } = control
  return (
    <AriaDatePicker
      {...rest}
      {...dateLimits(props)}
      ref={useFocusHandle(ref, '[role=spinbutton]')}
      value={dateFromIso(value)}
      onChange={(date) => onChange?.(isoFromDate(date))}
      firstDayOfWeek="sat"
      shouldForceLeadingZeros
      className={fieldClass(className)}
    >
      <FieldFrame {...chrome}>
        <Group className={boxClass('pe-1.5')}>
          <DateSegments className={innerInputClass('cursor-text')} />
          {isClearable && value && !rest.isDisabled && !rest.isReadOnly && (
            <Button
              slot={null}
              aria-label={t.clear}
              onPress={() => onChange?.(null)}
              className={innerButtonClass()}
            >
              <X aria-hidden />
            </Button>
          )}
          <CalendarButton />
        </Group>
      </FieldFrame>
      <DatePopover />
    </AriaDatePicker>
  )
}
