import type { FieldProps } from '../fields/field-props.ts'
import { dateFromIso } from './date-value.ts'

/** What every date field takes: days are Gregorian ISO strings, whatever calendar is shown. */
export type DateFieldBaseProps = FieldProps & {
  onBlur?: () => void
  /** Earliest and latest day, `YYYY-MM-DD`. */
  minDate?: string
  maxDate?: string
}

export const dateLimits = ({ minDate, maxDate }: { minDate?: string; maxDate?: string }) => {
  const [minValue, maxValue] = [dateFromIso(minDate), dateFromIso(maxDate)]
  return { ...(minValue && { minValue }), ...(maxValue && { maxValue }) }
}
