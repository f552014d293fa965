import { ChevronDown, ChevronUp } from 'lucide-react'
import type { Ref } from 'react'
import { NumberField as AriaNumberField, Button, Group, Input } from 'react-aria-components'
import { cx } from '../cx.ts'
import { boxClass, fieldClass, innerInputClass } from './field-class.ts'
import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, fieldParts } from './field-props.ts'
import { mergeRefs } from './merge-refs.ts'
import { useLocalDigits } from './use-local-digits.ts'

export type NumberFieldProps = FieldProps & {
  value: number | null | undefined
  onChange?: (value: number | null) => void
  onBlur?: () => void
  minValue?: number
  maxValue?: number
  /** Arrow keys and buttons move by it; typed values snap to it, so leave it out for free numbers. */
  step?: number
  formatOptions?: Intl.NumberFormatOptions
  placeholder?: string
  /** Unit after the number, e.g. «روز». */
  suffix?: string
  hideStepper?: boolean
  ref?: Ref<HTMLInputElement>
}

/** A number in the language's digits; empty is null. For money use MoneyField. */
export const NumberField = (props: NumberFieldProps) => {
  const { chrome, control, className } = fieldParts(props)
  const { value, onChange, placeholder, suffix, hideStepper = false, ref, ...rest } = control
  const digitsRef = useLocalDigits()
  const stepper =
    'grid h-3.5 w-6 cursor-pointer place-items-center rounded-tag text-muted data-hovered:bg-surface-2 data-hovered:text-text data-disabled:opacity-40'
  return (
    <AriaNumberField
      {...rest}
      value={value ?? Number.NaN}
      onChange={(next) => onChange?.(Number.isNaN(next) ? null : next)}
      className={fieldClass(className)}
    >
      <FieldFrame {...chrome}>
        <Group className={boxClass('pe-1.5')}>
          <Input
            ref={mergeRefs(digitsRef, ref)}
            placeholder={placeholder ?? ''}
            className={innerInputClass()}
          />
          {suffix && <span className="px-1 text-meta text-muted">{suffix}</span>}
          {!hideStepper && !rest.isReadOnly && (
            // Fingers use the keyboard: two 14 px buttons cannot be hit.
            <span className="flex flex-col pointer-coarse:hidden">
              <Button slot="increment" className={stepper}>
                <ChevronUp size={13} />
              </Button>
              <Button slot="decrement" className={cx(stepper)}>
                <ChevronDown size={13} />
              </Button>
            </span>
          )}
        </Group>
      </FieldFrame>
    </AriaNumberField>
  )
}
