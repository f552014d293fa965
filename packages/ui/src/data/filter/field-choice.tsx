import { useState } from 'react'
import { Autocomplete, ListBox, ListBoxItem } from 'react-aria-components'
import { SearchField } from '../../fields/search-field.tsx'
import { matchesText } from '../option-search.ts'
import { useDataTexts } from '../texts.ts'
import type { FilterField, FilterRelation } from './filter.ts'

export type FieldChoiceProps = {
  fields: readonly FilterField[]
  relations: readonly FilterRelation[]
  onChoose: (field: FilterField) => void
  onChooseRelation: (relation: FilterRelation) => void
}

/** The fields of a list and what belongs to its records, found by a part of their name. */
export const FieldChoice = ({ fields, relations, onChoose, onChooseRelation }: FieldChoiceProps) => {
  const t = useDataTexts()
  const [text, setText] = useState('')
  const items: { id: string; label: string; field?: FilterField; relation?: FilterRelation }[] = [
    ...relations.map((relation) => ({
      id: `has ${relation.key}`,
      label: t.hasRelation(relation.label),
      relation,
    })),
    ...fields.map((field) => ({ id: field.key, label: field.label, field })),
  ]
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField label={t.searchFields} value={text} onChange={setText} autoFocus />
      <ListBox
        aria-label={t.filterField}
        items={items.filter(({ label }) => matchesText(label, text))}
        onAction={(id) => {
          const item = items.find((one) => one.id === id)
          if (item?.field) onChoose(item.field)
          if (item?.relation) onChooseRelation(item.relation)
        }}
        renderEmptyState={() => <p className="px-2 py-3 text-center text-muted">{t.nothingFound}</p>}
        className="-mx-2 mt-2 max-h-72 overflow-auto outline-none"
      >
        {({ id, label }) => (
          <ListBoxItem
            id={id}
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
