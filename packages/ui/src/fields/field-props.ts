import type { ReactNode } from 'react'

/** What every field takes beside its value. */
export type FieldProps = {
  label?: ReactNode
  description?: ReactNode
  /** Shown under the field and marks it invalid; absent or empty means valid. */
  errorMessage?: ReactNode
  isRequired?: boolean
  isDisabled?: boolean
  isReadOnly?: boolean
  name?: string
  className?: string | undefined
  'aria-label'?: string
}

/** Splits a field's own chrome from what goes on to the React Aria component. */
export const fieldParts = <P extends FieldProps>(props: P) => {
  const { label, description, errorMessage, className, ...control } = props
  return {
    chrome: { label, description, errorMessage, isRequired: props.isRequired ?? false },
    control: { ...control, isInvalid: Boolean(errorMessage), validationBehavior: 'aria' as const },
    className,
  }
}
