import type { ReactNode, Ref } from 'react'
import { SwitchButton, SwitchField } from 'react-aria-components'
import { cx } from '../cx.ts'
import { ChoiceNotes, choiceClass } from './checkbox.tsx'

export type SwitchProps = {
  children?: ReactNode
  'aria-label'?: string
  description?: ReactNode
  errorMessage?: ReactNode
  value?: boolean
  onChange?: (value: boolean) => void
  onBlur?: () => void
  isDisabled?: boolean
  isReadOnly?: boolean
  name?: string
  className?: string | undefined
  ref?: Ref<HTMLInputElement>
}

/** On or off, in effect at once; in a form that is saved later use Checkbox. */
export const Switch = ({
  children,
  description,
  errorMessage,
  value,
  className,
  ref,
  ...rest
}: SwitchProps) => (
  <SwitchField
    {...rest}
    {...(value === undefined ? {} : { isSelected: value })}
    inputRef={ref ?? null}
    isInvalid={Boolean(errorMessage)}
    validationBehavior="aria"
    className={cx('flex flex-col', className)}
  >
    <SwitchButton className={choiceClass}>
      <span className="flex h-5 w-9 shrink-0 items-center rounded-pill bg-field-line p-0.5 transition-colors duration-120 group-data-focus-visible/choice:outline-2 group-data-focus-visible/choice:outline-offset-2 group-data-focus-visible/choice:outline-accent group-data-selected/choice:bg-accent">
        <span className="size-4 rounded-pill bg-surface shadow-1 transition-[margin] duration-120 group-data-selected/choice:ms-4" />
      </span>
      {children != null && <span>{children}</span>}
    </SwitchButton>
    <ChoiceNotes description={description} errorMessage={errorMessage} />
  </SwitchField>
)
