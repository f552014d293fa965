import { ChevronDown } from 'lucide-react'
import type { Ref } from 'react'
import { Select as AriaSelect, Button, Popover, SelectValue } from 'react-aria-components'
import { popoverClass } from '../overlays/popover.tsx'
import { useTexts } from '../provider/ui-context.ts'
import { useFormat } from '../provider/use-format.ts'
import { controlClass, fieldClass } from './field-class.ts'
import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, fieldParts } from './field-props.ts'
import type { Option } from './option.ts'
import { OptionList } from './option-list.tsx'

export type MultiSelectProps<T extends string> = Omit<FieldProps, 'isReadOnly'> & {
  options: readonly Option<T>[]
  value: readonly T[]
  onChange?: (value: T[]) => void
  onBlur?: () => void
  placeholder?: string
  ref?: Ref<HTMLButtonElement>
}

/** Several of a short fixed list; shows up to two names, then a count. */
export const MultiSelect = <T extends string>(props: MultiSelectProps<T>) => {
  const t = useTexts()
  const format = useFormat()
  const { chrome, control, className } = fieldParts(props)
  const { options, value, onChange, placeholder, ref, ...rest } = control
  const names = options.filter(({ id }) => value.includes(id)).map(({ label }) => label)
  return (
    <AriaSelect
      {...rest}
      selectionMode="multiple"
      value={value}
      onChange={(keys) => onChange?.(options.map(({ id }) => id).filter((id) => keys.includes(id)))}
      placeholder={placeholder ?? t.choose}
      className={fieldClass(className)}
    >
      <FieldFrame {...chrome}>
        <Button
          ref={ref ?? null}
          className={controlClass(
            'flex cursor-pointer items-center gap-2 pe-2 text-start group-data-invalid/field:border-bad',
          )}
        >
          <SelectValue className="min-w-0 flex-1 truncate data-placeholder:text-muted">
            {({ defaultChildren }) =>
              names.length === 0
                ? defaultChildren
                : names.length <= 2
                  ? format.list(names)
                  : t.chosen(format.number(names.length))
            }
          </SelectValue>
          <ChevronDown size={16} className="shrink-0 text-muted" aria-hidden />
        </Button>
      </FieldFrame>
      <Popover offset={4} className={popoverClass('min-w-(--trigger-width)')}>
        <OptionList options={options} empty={t.noResults} />
      </Popover>
    </AriaSelect>
  )
}
