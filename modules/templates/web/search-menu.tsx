import { searchKey, searchTerms } from '@peyvand/persian'
import { useT } from '@peyvand/platform/web'
import { type ReactNode, useState } from 'react'
import {
  Autocomplete,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
} from 'react-aria-components'

export interface SearchMenuItem {
  id: string
  label: string
  description?: string
  /** At the end of its line. */
  mark?: ReactNode
}

interface Props {
  label: string
  sections: readonly { id: string; title: string; items: readonly SearchMenuItem[] }[]
  onPick: (id: string) => void
  /** What stands there when nothing is found. */
  empty: string
  /** Told what is typed, where the caller does the searching. */
  onSearch?: (text: string) => void
}

/** The popover of a SearchMenu: it scrolls as a whole, the search field stays. */
export const searchMenuPopover = 'max-h-96!'

/** A list that is searched while typing: arrows move, Enter picks. Stands in a popover. */
export const SearchMenu = ({ label, sections, onPick, empty, onSearch }: Props) => {
  const t = useT()
  const [text, setText] = useState('')
  const terms = onSearch ? [] : searchTerms(text)
  const shown = sections
    .map((section) => ({
      ...section,
      items: section.items.filter((item) => {
        const key = searchKey(`${item.label} ${item.description ?? ''}`)
        return terms.every((term) => key.includes(term))
      }),
    }))
    .filter(({ items }) => items.length > 0)
  return (
    <Autocomplete>
      <div className="w-80 max-w-[calc(100vw-4rem)]">
        <SearchField
          // The menu was just opened to search in it.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          aria-label={label}
          className="sticky top-0 z-10 -mt-4 bg-surface pt-4 pb-2"
          value={text}
          onChange={(next) => {
            setText(next)
            onSearch?.(next)
          }}
        >
          <Input
            placeholder={t('templates.ui.search')}
            className="min-h-field w-full rounded-control border border-field-line bg-surface px-2.5 text-body outline-none focus-visible:border-accent [&::-webkit-search-cancel-button]:hidden"
          />
        </SearchField>
        <ListBox
          aria-label={label}
          items={shown}
          selectionMode="none"
          onAction={(key) => onPick(String(key))}
          renderEmptyState={() => <p className="px-2 py-3 text-center text-muted">{empty}</p>}
          className="outline-none"
        >
          {(section) => (
            <ListBoxSection id={section.id}>
              <Header className="px-2 pt-2 pb-1 text-badge font-medium text-muted">{section.title}</Header>
              {section.items.map((item) => (
                <ListBoxItem
                  key={item.id}
                  id={item.id}
                  textValue={item.label}
                  className="flex min-h-control scroll-mt-16 cursor-pointer items-center gap-2 rounded-tag px-2 py-1 outline-none data-focused:bg-surface-2"
                >
                  <span className="min-w-0 flex-1">
                    <span className="block truncate">{item.label}</span>
                    {item.description && (
                      <span className="block truncate text-meta text-muted">{item.description}</span>
                    )}
                  </span>
                  {item.mark}
                </ListBoxItem>
              ))}
            </ListBoxSection>
          )}
        </ListBox>
      </div>
    </Autocomplete>
  )
}
