import { useState } from 'react'
import { Autocomplete, ListBox, ListBoxItem } from 'react-aria-components'
import { SearchField } from '../../fields/search-field.tsx'
import { matchesText } from '../option-search.ts'
import { useDataTexts } from '../texts.ts'
import type { FilterField } from './filter.ts'

export type FieldChoiceProps = { fields: readonly FilterField[]; onChoose: (field: FilterField) => void }

/** The fields of a list, found by a part of their name. */
export const FieldChoice = ({ fields, onChoose }: FieldChoiceProps) => {
  const t = useDataTexts()
  const [text, setText] = useState('')
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField label={t.searchFields} value={text} onChange={setText} autoFocus />
      <ListBox
        aria-label={t.filterField}
        items={fields.filter(({ label }) => matchesText(label, text))}
        onAction={(key) => {
          const field = fields.find((one) => one.key === key)
          if (field) onChoose(field)
        }}
        renderEmptyState={() => <p className="px-2 py-3 text-center text-muted">{t.nothingFound}</p>}
        className="-mx-2 mt-2 max-h-72 overflow-auto outline-none"
      >
        {({ key, label }) => (
          <ListBoxItem
            id={key}
            textValue={label}
            className="flex min-h-control cursor-pointer items-center rounded-tag px-2 outline-none data-focused:bg-surface-2"
          >
            {label}
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  )
}
