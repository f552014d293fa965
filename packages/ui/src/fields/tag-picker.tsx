import { type Ref, useId, useRef, useState } from 'react'
import { ComboBox as AriaComboBox, Group, Input, Popover } from 'react-aria-components'
import { Spinner } from '../display/spinner.tsx'
import { TagList } from '../display/tag-list.tsx'
import { popoverClass } from '../overlays/popover.tsx'
import { useTexts } from '../provider/ui-context.ts'
import { boxClass, fieldClass, innerInputClass } from './field-class.ts'
import { ErrorNote, RequiredMark } from './field-frame.tsx'
import { type FieldProps, fieldParts } from './field-props.ts'
import type { Option } from './option.ts'
import { OptionList } from './option-list.tsx'
import { type OptionSource, useOptions } from './use-options.ts'

export type TagPickerProps = FieldProps &
  OptionSource<string> & {
    /** With names, because a server list may not hold what is already chosen. */
    value: readonly Option[]
    onChange?: (value: Option[]) => void
    onBlur?: () => void
    /** Makes a new tag of the typed text. */
    onCreate?: (text: string) => void
    placeholder?: string
    ref?: Ref<HTMLInputElement>
  }

const CREATE = '\u0000create'

/** Several by typing: each choice becomes a tag; Backspace in the empty input takes the last one away. */
export const TagPicker = (props: TagPickerProps) => {
  const t = useTexts()
  const id = useId()
  const { chrome, control, className } = fieldParts(props)
  const { options, loadOptions, value, onChange, onCreate, placeholder, ref, ...rest } = control
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const { found, status } = useOptions(
    { ...(options && { options }), ...(loadOptions && { loadOptions }) },
    text,
    isOpen,
  )
  const others = found.filter(({ id }) => !value.some((chosen) => chosen.id === id))
  const wish = text.trim()
  const canCreate = onCreate && wish !== '' && ![...found, ...value].some(({ label }) => label === wish)
  const items = canCreate ? [...others, { id: CREATE, label: t.create(wish) }] : others
  const isEditable = !rest.isDisabled && !rest.isReadOnly
  const remove = (ids: ReadonlySet<string>) => onChange?.(value.filter(({ id }) => !ids.has(id)))
  const { label, description, errorMessage } = chrome
  const notes = [description != null && `${id}-description`, errorMessage && `${id}-error`].filter(Boolean)
  return (
    // The tags stand outside the ComboBox: inside, React Aria would take them for options.
    <div className={fieldClass(className)} data-disabled={rest.isDisabled || undefined}>
      {label != null && (
        <span id={`${id}-label`} className="w-fit text-body font-medium">
          {label}
          {chrome.isRequired && <RequiredMark />}
        </span>
      )}
      <Group ref={box} isInvalid={rest.isInvalid} className={boxClass('flex-wrap gap-1 p-1')}>
        {value.length > 0 && (
          <TagList
            label={typeof label === 'string' ? label : t.choose}
            tags={value}
            {...(isEditable && { onRemove: remove })}
          />
        )}
        <AriaComboBox
          {...rest}
          {...(label != null && { 'aria-labelledby': `${id}-label` })}
          {...(notes.length > 0 && { 'aria-describedby': notes.join(' ') })}
          items={items}
          allowsEmptyCollection
          menuTrigger="focus"
          inputValue={text}
          onInputChange={setText}
          onOpenChange={setOpen}
          value={null}
          onChange={(key) => {
            if (key === CREATE) onCreate?.(wish)
            const option = others.find((one) => one.id === key)
            if (option) onChange?.([...value, option])
            if (key !== null) setText('')
          }}
          className="flex min-w-20 flex-1 self-stretch"
        >
          <Input
            ref={ref ?? null}
            placeholder={value.length === 0 ? (placeholder ?? t.search) : ''}
            className={innerInputClass('min-h-6.5 px-1.5 pointer-coarse:min-h-tag')}
            onKeyDown={(event) => {
              const last = value.at(-1)
              if (event.key === 'Backspace' && text === '' && last && isEditable) remove(new Set([last.id]))
            }}
          />
          <Popover triggerRef={box} offset={4} className={popoverClass('w-(--trigger-width)')}>
            <OptionList
              options={items}
              empty={status === 'loading' ? t.loading : status === 'failed' ? t.loadFailed : t.noResults}
            />
          </Popover>
        </AriaComboBox>
        {status === 'loading' && <Spinner size={16} className="text-muted" />}
      </Group>
      {description != null && (
        <span id={`${id}-description`} className="text-meta text-muted">
          {description}
        </span>
      )}
      {errorMessage && <ErrorNote id={`${id}-error`}>{errorMessage}</ErrorNote>}
    </div>
  )
}
