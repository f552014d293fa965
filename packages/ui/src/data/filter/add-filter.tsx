import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Autocomplete, DialogTrigger, ListBox, ListBoxItem } from 'react-aria-components'
import { Button } from '../../actions/button.tsx'
import { SearchField } from '../../fields/search-field.tsx'
import { lazyPart } from '../../lazy-part.tsx'
import { Popover } from '../../overlays/popover.tsx'
import { matchesText } from '../option-search.ts'
import { useDataTexts } from '../texts.ts'
import { type Condition, type FilterField, type FilterOption, newCondition } from './filter.ts'

const ConditionForm = lazyPart(async () => (await import('./condition-form.tsx')).ConditionForm)

export type AddFilterProps = {
  fields: readonly FilterField[]
  onAdd: (condition: Condition) => void
  onChosen: (chosen: readonly FilterOption[]) => void
}

/** Quick add: type a field's name, choose it, give the value. */
export const AddFilter = ({ fields, onAdd, onChosen }: AddFilterProps) => {
  const t = useDataTexts()
  const [text, setText] = useState('')
  const [field, setField] = useState<FilterField | null>(null)
  return (
    <DialogTrigger
      onOpenChange={() => {
        setText('')
        setField(null)
      }}
    >
      <Button size="small" kind="quiet" icon={<Plus />}>
        {t.addFilter}
      </Button>
      <Popover label={t.addFilter} placement="bottom start" className="w-76">
        {(close) =>
          field ? (
            <ConditionForm
              fields={fields}
              condition={newCondition(field)}
              onApply={(condition) => {
                onAdd(condition)
                close()
              }}
              onChosen={onChosen}
            />
          ) : (
            <Autocomplete inputValue={text} onInputChange={setText}>
              <SearchField label={t.searchFields} value={text} onChange={setText} autoFocus />
              <ListBox
                aria-label={t.filterField}
                items={fields.filter(({ label }) => matchesText(label, text))}
                onAction={(key) => setField(fields.find((one) => one.key === key) ?? null)}
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
      </Popover>
    </DialogTrigger>
  )
}
