import { Check } from 'lucide-react'
import type { Ref } from 'react'
import {
  CheckboxGroup as AriaCheckboxGroup,
  CheckboxButton,
  CheckboxField,
  Text,
} from 'react-aria-components'
import { cx } from '../cx.ts'
import { boxMarkClass, choiceClass } from './checkbox.tsx'
import { fieldClass } from './field-class.ts'
import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, fieldParts } from './field-props.ts'
import type { Option } from './option.ts'
import { type FocusHandle, useFocusHandle } from './use-focus-handle.ts'

export type CheckboxGroupProps<T extends string> = FieldProps & {
  options: readonly Option<T>[]
  value: readonly T[]
  onChange?: (value: T[]) => void
  onBlur?: () => void
  orientation?: 'vertical' | 'horizontal'
  ref?: Ref<FocusHandle>
}

/** Several of a few choices, all visible. */
export const CheckboxGroup = <T extends string>(props: CheckboxGroupProps<T>) => {
  const { chrome, control, className } = fieldParts(props)
  const { options, value, onChange, orientation = 'vertical', ref, ...rest } = control
  return (
    <AriaCheckboxGroup
      {...rest}
      ref={useFocusHandle(ref, 'input')}
      value={[...value]}
      onChange={(next) => onChange?.(options.map(({ id }) => id).filter((id) => next.includes(id)))}
      className={fieldClass(className)}
    >
      <FieldFrame {...chrome}>
        <div className={cx('flex gap-x-5 gap-y-1', orientation === 'vertical' ? 'flex-col' : 'flex-wrap')}>
          {options.map((option) => (
            <CheckboxField key={option.id} value={option.id} isDisabled={option.isDisabled ?? false}>
              <CheckboxButton className={choiceClass}>
                {({ isSelected }) => (
                  <>
                    <span className={cx(boxMarkClass, 'rounded-[5px]')}>
                      {isSelected && <Check aria-hidden />}
                    </span>
                    {option.label}
                  </>
                )}
              </CheckboxButton>
              {option.description && (
                <Text slot="description" className="block ps-6.5 text-meta text-muted">
                  {option.description}
                </Text>
              )}
            </CheckboxField>
          ))}
        </div>
      </FieldFrame>
    </AriaCheckboxGroup>
  )
}
