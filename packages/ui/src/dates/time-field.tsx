import type { Ref } from 'react'
import { TimeField as AriaTimeField } from 'react-aria-components'
import { controlClass, fieldClass } from '../fields/field-class.ts'
import { FieldFrame } from '../fields/field-frame.tsx'
import { type FieldProps, fieldParts } from '../fields/field-props.ts'
import { type FocusHandle, useFocusHandle } from '../fields/use-focus-handle.ts'
import { DateSegments } from './date-segments.tsx'
import { textFromTime, timeFromText } from './date-value.ts'

export type TimeFieldProps = FieldProps & {
  /** `HH:mm`, 24 hours. */
  value: string | null | undefined
  onChange?: (value: string | null) => void
  onBlur?: () => void
  ref?: Ref<FocusHandle>
}

/** A time of day. */
export const TimeField = (props: TimeFieldProps) => {
  const { chrome, control, className } = fieldParts(props)
  const { value, onChange, ref, ...rest } = control
  return (
    <AriaTimeField
      {...rest}
      ref={useFocusHandle(ref, '[role=spinbutton]')}
      hourCycle={24}
      shouldForceLeadingZeros
      value={timeFromText(value)}
      onChange={(time) => onChange?.(textFromTime(time))}
      className={fieldClass(className)}
    >
      <FieldFrame {...chrome}>
        <DateSegments className={controlClass('cursor-text')} />
      </FieldFrame>
    </AriaTimeField>
  )
}
