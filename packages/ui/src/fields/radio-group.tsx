import type { Ref } from 'react'
import { RadioGroup as AriaRadioGroup, RadioButton, RadioField, Text } from 'react-aria-components'
import { cx } from '../cx.ts'
import { boxMarkClass, choiceClass } from './checkbox.tsx'
import { fieldClass } from './field-class.ts'
import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, fieldParts } from './field-props.ts'
import type { Option } from './option.ts'
import { type FocusHandle, useFocusHandle } from './use-focus-handle.ts'

export type RadioGroupProps<T extends string> = FieldProps & {
  options: readonly Option<T>[]
  value: T | null
  onChange?: (value: T) => void
  onBlur?: () => void
  orientation?: 'vertical' | 'horizontal'
  ref?: Ref<FocusHandle>
}

/** One of a few choices, all visible. */
export const RadioGroup = <T extends string>(props: RadioGroupProps<T>) => {
  const { chrome, control, className } = fieldParts(props)
  const { options, value, onChange, orientation = 'vertical', ref, ...rest } = control
  return (
    <AriaRadioGroup
      {...rest}
      ref={useFocusHandle(ref, 'input')}
      orientation={orientation}
      value={value}
      onChange={(next) => {
        const option = options.find(({ id }) => id === next)
        if (option) onChange?.(option.id)
      }}
      className={fieldClass(className)}
    >
      <FieldFrame {...chrome}>
        <div className={cx('flex gap-x-5 gap-y-1', orientation === 'vertical' ? 'flex-col' : 'flex-wrap')}>
          {options.map((option) => (
            <RadioField key={option.id} value={option.id} isDisabled={option.isDisabled ?? false}>
              <RadioButton className={choiceClass}>
                <span className={cx(boxMarkClass, 'rounded-pill')}>
                  <span className="hidden size-2 rounded-pill bg-on-accent group-data-selected/choice:block" />
                </span>
                {option.label}
              </RadioButton>
              {option.description && (
                <Text slot="description" className="block ps-6.5 text-meta text-muted">
                  {option.description}
                </Text>
              )}
            </RadioField>
          ))}
        </div>
      </FieldFrame>
    </AriaRadioGroup>
  )
}
