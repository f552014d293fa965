import type { Ref } from 'react'
import { DateField as AriaDateField } from 'react-aria-components'
import { controlClass, fieldClass } from '../fields/field-class.ts'
import { FieldFrame } from '../fields/field-frame.tsx'
import { fieldParts } from '../fields/field-props.ts'
import { type FocusHandle, useFocusHandle } from '../fields/use-focus-handle.ts'
import { type DateFieldBaseProps, dateLimits } from './date-props.ts'
import { DateSegments } from './date-segments.tsx'
import { dateFromIso, isoFromDate } from './date-value.ts'

export type DateFieldProps = DateFieldBaseProps & {
  value: string | null | undefined
  onChange?: (value: string | null) => void
  ref?: Ref<FocusHandle>
}

/** A day typed by hand, without a calendar. */
export const DateField = (props: DateFieldProps) => {
  const { chrome, control, className } = fieldParts(props)
  const { value, onChange, minDate: _min, maxDate: _max, ref, ...rest } = control
  return (
    <AriaDateField
      {...rest}
      {...dateLimits(props)}
      ref={useFocusHandle(ref, '[role=spinbutton]')}
      value={dateFromIso(value)}
      onChange={(date) => onChange?.(isoFromDate(date))}
      shouldForceLeadingZeros
      className={fieldClass(className)}
    >
      <FieldFrame {...chrome}>
        <DateSegments className={controlClass('cursor-text')} />
      </FieldFrame>
    </AriaDateField>
  )
}
