import { Check, Minus } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { CheckboxButton, CheckboxField, FieldError, Text } from 'react-aria-components'
import { cx } from '../cx.ts'

export type CheckboxProps = {
  children?: ReactNode
  /** Needed when there is no visible text, e.g. in a table row. */
  'aria-label'?: string
  description?: ReactNode
  errorMessage?: ReactNode
  value?: boolean
  onChange?: (value: boolean) => void
  onBlur?: () => void
  isIndeterminate?: boolean
  isRequired?: boolean
  isDisabled?: boolean
  isReadOnly?: boolean
  name?: string
  className?: string | undefined
  ref?: Ref<HTMLInputElement>
}

export const Checkbox = ({
  children,
  description,
  errorMessage,
  value,
  className,
  ref,
  ...rest
}: CheckboxProps) => (
  <CheckboxField
    {...rest}
    {...(value === undefined ? {} : { isSelected: value })}
    inputRef={ref ?? null}
    isInvalid={Boolean(errorMessage)}
    validationBehavior="aria"
    className={cx('flex flex-col', className)}
  >
    <CheckboxButton className={choiceClass}>
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className={cx(boxMarkClass, 'rounded-[5px]')}>
            {isIndeterminate ? <Minus aria-hidden /> : isSelected && <Check aria-hidden />}
          </span>
          {children != null && <span>{children}</span>}
        </>
      )}
    </CheckboxButton>
    <ChoiceNotes description={description} errorMessage={errorMessage} />
  </CheckboxField>
)

/** The row of a checkbox, radio or switch: the whole of it is the target. */
export const choiceClass =
  'group/choice flex min-h-[calc(var(--tag-target)+4px)] w-fit cursor-pointer items-center gap-2 rounded-tag text-body data-disabled:cursor-default data-disabled:opacity-50'

export const boxMarkClass =
  'grid size-4.5 shrink-0 place-items-center border border-field-line bg-surface text-on-accent transition-colors duration-120 group-data-hovered/choice:border-muted group-data-selected/choice:border-accent group-data-selected/choice:bg-accent group-data-indeterminate/choice:border-accent group-data-indeterminate/choice:bg-accent group-data-invalid/choice:border-bad group-data-focus-visible/choice:outline-2 group-data-focus-visible/choice:outline-offset-2 group-data-focus-visible/choice:outline-accent [&>svg]:size-3.5 [&>svg]:stroke-3'

type ChoiceNotesProps = { description: ReactNode; errorMessage: ReactNode }

export const ChoiceNotes = ({ description, errorMessage }: ChoiceNotesProps) => (
  <>
    {description != null && (
      <Text slot="description" className="ps-6.5 text-meta text-muted">
        {description}
      </Text>
    )}
    <FieldError className="ps-6.5 text-meta text-bad">{errorMessage}</FieldError>
  </>
)
