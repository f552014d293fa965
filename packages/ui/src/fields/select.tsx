import { ChevronDown, X } from 'lucide-react'
import type { Ref } from 'react'
import { Select as AriaSelect, Button, Popover, SelectValue } from 'react-aria-components'
import { cx } from '../cx.ts'
import { popoverClass } from '../overlays/popover.tsx'
import { useTexts } from '../provider/ui-context.ts'
import { controlClass, fieldClass, innerButtonClass } from './field-class.ts'
import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, fieldParts } from './field-props.ts'
import type { Option } from './option.ts'
import { OptionList } from './option-list.tsx'

export type SelectProps<T extends string> = Omit<FieldProps, 'isReadOnly'> & {
  options: readonly Option<T>[]
  value: T | null
  onChange?: (value: T | null) => void
  onBlur?: () => void
  placeholder?: string
  /** Offers a button that empties the field. */
  isClearable?: boolean
  ref?: Ref<HTMLButtonElement>
}

/** A choice of one from a short fixed list; from a long one use ComboBox. */
export const Select = <T extends string>(props: SelectProps<T>) => {
  const t = useTexts()
  const { chrome, control, className } = fieldParts(props)
  const { options, value, onChange, placeholder, isClearable = false, ref, ...rest } = control
  const canClear = isClearable && value !== null && !rest.isDisabled
  return (
    <AriaSelect
      {...rest}
      value={value}
      onChange={(key) => onChange?.(options.find(({ id }) => id === key)?.id ?? null)}
      placeholder={placeholder ?? t.choose}
      className={fieldClass(className)}
    >
      <FieldFrame {...chrome}>
        <div className="relative">
          <Button
            ref={ref ?? null}
            className={controlClass(
              'flex cursor-pointer items-center gap-2 pe-2 text-start group-data-invalid/field:border-bad',
            )}
          >
            <SelectValue
              className={cx('min-w-0 flex-1 truncate data-placeholder:text-muted', canClear && 'pe-7')}
            >
              {({ isPlaceholder, selectedText, defaultChildren }) =>
                isPlaceholder ? defaultChildren : selectedText
              }
            </SelectValue>
            <ChevronDown size={16} className="shrink-0 text-muted" aria-hidden />
          </Button>
          {canClear && (
            <Button
              slot={null}
              aria-label={t.clear}
              onPress={() => onChange?.(null)}
              className={cx(innerButtonClass(), 'absolute end-8 top-1/2 -translate-y-1/2')}
            >
              <X />
            </Button>
          )}
        </div>
      </FieldFrame>
      <Popover offset={4} className={popoverClass('min-w-(--trigger-width)')}>
        <OptionList options={options} empty={t.noResults} />
      </Popover>
    </AriaSelect>
  )
}
