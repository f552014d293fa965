import { Skeleton } from '../display/skeleton.tsx'
import { fieldClass } from '../fields/field-class.ts'
import { FieldFrame } from '../fields/field-frame.tsx'
import { type FieldProps, fieldParts } from '../fields/field-props.ts'
import { lazyPart } from '../lazy-part.tsx'

// Calendars are a third of the kit's code, and most visits show no date field.

const FieldShape = (props: FieldProps) => {
  const { chrome, className } = fieldParts(props)
  return (
    <div className={fieldClass(className)}>
      <FieldFrame {...chrome}>
        <Skeleton height="var(--field-h)" />
      </FieldFrame>
    </div>
  )
}

/** A month, one day chosen in it. */
export const Calendar = lazyPart(async () => (await import('./calendar.tsx')).Calendar)
/** A day, typed only. */
export const DateField = lazyPart(async () => (await import('./date-field.tsx')).DateField, FieldShape)
/** A day, typed or chosen; Jalali in Persian, Gregorian in English, `YYYY-MM-DD` in and out. */
export const DatePicker = lazyPart(async () => (await import('./date-picker.tsx')).DatePicker, FieldShape)
/** Two days, typed or chosen. */
export const DateRangePicker = lazyPart(
  async () => (await import('./date-range-picker.tsx')).DateRangePicker,
  FieldShape,
)
/** A day with its time; an instant in UTC, in and out. */
export const DateTimeField = lazyPart(
  async () => (await import('./date-time-field.tsx')).DateTimeField,
  FieldShape,
)
/** A time of the day. */
export const TimeField = lazyPart(async () => (await import('./time-field.tsx')).TimeField, FieldShape)
