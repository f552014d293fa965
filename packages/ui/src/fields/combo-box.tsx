import { ChevronDown } from 'lucide-react'
import { type Ref, useState } from 'react'
import { ComboBox as AriaComboBox, Button, Group, Input, Popover } from 'react-aria-components'
import { Spinner } from '../display/spinner.tsx'
import { popoverClass } from '../overlays/popover.tsx'
import { useTexts } from '../provider/ui-context.ts'
import { boxClass, fieldClass, innerButtonClass, innerInputClass } from './field-class.ts'
import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, fieldParts } from './field-props.ts'
import { OptionList } from './option-list.tsx'
import { type OptionSource, useOptions } from './use-options.ts'

export type ComboBoxProps<T extends string> = FieldProps &
  OptionSource<T> & {
    value: T | null
    onChange?: (value: T | null) => void
    onBlur?: () => void
    /** Name of the value, when the list that holds it is not here (server search). */
    valueLabel?: string
    /** Offers «افزودن …» for a text that matches nothing exactly. */
    onCreate?: (text: string) => void
    placeholder?: string
    /** False where a page focuses it by itself: an open list hides the rest of the page from screen readers. */
    opensOnFocus?: boolean
    ref?: Ref<HTMLInputElement>
  }

const CREATE = '\u0000create'

/** A choice of one by typing, from a list or from the server. */
export const ComboBox = <T extends string>(props: ComboBoxProps<T>) => {
  const t = useTexts()
  const { chrome, control, className } = fieldParts(props)
  const {
    options,
    loadOptions,
    value,
    onChange,
    valueLabel,
    onCreate,
    placeholder,
    ref,
    opensOnFocus = true,
    ...rest
  } = control
  const [picked, setPicked] = useState<{ id: T; label: string } | null>(null)
  const label =
    options?.find(({ id }) => id === value)?.label ??
    (picked && picked.id === value ? picked.label : value === null ? '' : (valueLabel ?? ''))
  // While null nothing is being typed and the field shows the value's name.
  const [typed, setTyped] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)
  const { found, status } = useOptions<T>(
    { ...(options && { options }), ...(loadOptions && { loadOptions }) },
    typed ?? '',
    isOpen,
  )
  const wish = typed?.trim() ?? ''
  const canCreate = onCreate && wish !== '' && !found.some((option) => option.label === wish)
  const items = canCreate ? [...found, { id: CREATE, label: t.create(wish) }] : found
  const message = status === 'loading' ? t.loading : status === 'failed' ? t.loadFailed : t.noResults
  return (
    <AriaComboBox
      {...rest}
      items={items}
      allowsEmptyCollection
      menuTrigger={opensOnFocus ? 'focus' : 'input'}
      inputValue={typed ?? label}
      onInputChange={(text) => {
        if (text !== (typed ?? label)) setTyped(text)
        if (text === '' && value !== null) onChange?.(null)
      }}
      onOpenChange={(open) => {
        setOpen(open)
        if (!open) setTyped(null)
      }}
      value={value}
      onChange={(key) => {
        if (key === CREATE) onCreate?.(wish)
        const option = found.find(({ id }) => id === key)
        if (!option) return
        setPicked(option)
        onChange?.(option.id)
        setTyped(null)
      }}
      className={fieldClass(className)}
    >
      <FieldFrame {...chrome}>
        <Group className={boxClass('pe-1.5')}>
          <Input ref={ref ?? null} placeholder={placeholder ?? t.search} className={innerInputClass()} />
          {status === 'loading' && <Spinner size={16} className="text-muted" />}
          <Button className={innerButtonClass()}>
            <ChevronDown aria-hidden />
          </Button>
        </Group>
      </FieldFrame>
      <Popover offset={4} className={popoverClass('w-(--trigger-width)')}>
        <OptionList options={items} empty={message} />
      </Popover>
    </AriaComboBox>
  )
}
