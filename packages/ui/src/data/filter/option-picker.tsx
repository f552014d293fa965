import { Check } from 'lucide-react'
import { useState } from 'react'
import { Autocomplete, ListBox, ListBoxItem } from 'react-aria-components'
import { cx } from '../../cx.ts'
import { Spinner } from '../../display/spinner.tsx'
import { SearchField } from '../../fields/search-field.tsx'
import { useOptions } from '../../fields/use-options.ts'
import { useDataTexts } from '../texts.ts'
import type { FilterField, FilterOption } from './filter.ts'

export type OptionPickerProps = {
  field: FilterField
  value: readonly string[]
  /** With the choices themselves, so that their names are known afterwards. */
  onChange: (value: readonly string[], chosen: readonly FilterOption[]) => void
  autoFocus?: boolean
}

/** Several of a list that may be long or live on the server: search above, marks below. */
export const OptionPicker = ({ field, value, onChange, autoFocus = false }: OptionPickerProps) => {
  const t = useDataTexts()
  const [text, setText] = useState('')
  const { options, isLoading } = useFilterOptions(field, text)
  const isSelected = new Set(value)
  // What is chosen stays in the list while another text is searched for, or it could not be taken back.
  const named = (key: string) => field.options?.find((o) => o.value === key)?.label ?? field.nameOf?.(key)
  const known = new Set(options.map((option) => option.value))
  const kept = text === '' ? value.filter((key) => !known.has(key)) : []
  const items = [...kept.map((key) => ({ value: key, label: named(key) ?? key })), ...options]
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <Autocomplete inputValue={text} onInputChange={setText} disableAutoFocusFirst>
        <SearchField label={t.searchValues} value={text} onChange={setText} autoFocus={autoFocus} />
        <ListBox
          aria-label={field.label}
          selectionMode="multiple"
          selectedKeys={isSelected}
          onSelectionChange={(keys) => {
            if (keys === 'all') return
            const next = [...keys].map(String)
            onChange(
              next,
              items.filter((option) => keys.has(option.value)),
            )
          }}
          items={items}
          renderEmptyState={() => (
            <p className="px-2 py-3 text-center text-muted">{isLoading ? <Spinner /> : t.nothingFound}</p>
          )}
          className="max-h-56 overflow-auto rounded-control border border-line p-1 outline-none data-focus-visible:border-accent"
        >
          {(option) => (
            <ListBoxItem
              id={option.value}
              textValue={option.label}
              className="flex min-h-control cursor-pointer items-center gap-2 rounded-tag px-2 outline-none data-focused:bg-surface-2 data-selected:font-medium data-selected:text-accent-text"
            >
              {({ isSelected: isOn }) => (
                <>
                  <span className="min-w-0 flex-1 truncate">{option.label}</span>
                  <Check size={16} className={cx('shrink-0', !isOn && 'invisible')} aria-hidden />
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </div>
  )
}

/** The kit's option search, under the filter catalogue's names. */
const useFilterOptions = ({ options, loadOptions }: FilterField, text: string) => {
  const toOption = ({ value, label }: FilterOption) => ({ id: value, label })
  const { found, status } = useOptions(
    loadOptions
      ? { loadOptions: async (asked) => (await loadOptions(asked)).map(toOption) }
      : { options: (options ?? []).map(toOption) },
    text,
    true,
  )
  return { options: found.map(({ id, label }) => ({ value: id, label })), isLoading: status === 'loading' }
}
