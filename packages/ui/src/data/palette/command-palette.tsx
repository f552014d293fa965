import { Search } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
  Text,
} from 'react-aria-components'
import { Kbd } from '../../display/kbd.tsx'
import { Spinner } from '../../display/spinner.tsx'
import { useFormat } from '../../provider/use-format.ts'
import { useDataTexts } from '../texts.ts'
import { useDebounced } from '../use-debounced.ts'
import { useLatest } from '../use-latest.ts'
import { Highlight } from './highlight.tsx'

export type PaletteItem = {
  id: string
  label: string
  description?: string
  icon?: ReactNode
  /** Key of a command, e.g. `G P`. */
  shortcut?: string
  onAction: () => void
}

export type PaletteSection = { id: string; title: string; items: readonly PaletteItem[] }

export type CommandPaletteProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  /** What matches the text, from the server and from commands; the caller has done the matching. */
  sections: readonly PaletteSection[]
  /** Shown under «اخیر» while nothing is typed. */
  recent?: readonly PaletteItem[]
  /** Called 200 ms after typing stops, also with the empty text. */
  onQuery: (text: string) => void
  isLoading?: boolean
}

/** Finds every record and command by the keyboard; Ctrl K or ⌘ K opens and closes it (`usePaletteShortcut`). */
export const CommandPalette = ({ isOpen, onOpenChange, ...rest }: CommandPaletteProps) => (
  <ModalOverlay
    isOpen={isOpen}
    onOpenChange={onOpenChange}
    isDismissable
    className="motion-fade fixed inset-0 z-50 flex items-start justify-center bg-scrim p-3 sm:pt-[12vh]"
  >
    <Modal className="motion-pop max-h-[min(560px,calc(100dvh-24px))] w-full max-w-160 overflow-hidden rounded-panel border border-line bg-surface shadow-3">
      <Panel {...rest} close={() => onOpenChange(false)} />
    </Modal>
  </ModalOverlay>
)

type PanelProps = Omit<CommandPaletteProps, 'isOpen' | 'onOpenChange'> & { close: () => void }

const Panel = ({ sections, recent = [], onQuery, isLoading = false, close }: PanelProps) => {
  const t = useDataTexts()
  const format = useFormat()
  const [text, setText] = useState('')
  const asked = useDebounced(text)
  const ask = useLatest(onQuery)
  useEffect(() => ask(asked), [asked, ask])

  const start: PaletteSection[] = recent.length > 0 ? [{ id: 'recent', title: t.recent, items: recent }] : []
  const shown = [...(text === '' ? start : []), ...sections].filter(({ items }) => items.length > 0)
  const all = shown.flatMap(({ id, items }) => items.map((item) => ({ key: `${id} ${item.id}`, item })))
  const isWaiting = isLoading || asked !== text

  return (
    <Dialog aria-label={t.palette} className="flex max-h-[inherit] flex-col outline-none">
      {/* What scrolls holds the field that has the focus, so that the keyboard reaches all of it. */}
      <div className="min-h-0 flex-1 scroll-pt-14 overflow-auto">
        <Autocomplete inputValue={text} onInputChange={setText}>
          <SearchField
            aria-label={t.palettePlaceholder}
            autoFocus
            className="sticky top-0 z-1 flex items-center gap-3 border-b border-line bg-surface px-4 focus-within:border-accent"
          >
            <Search size={18} className="shrink-0 text-muted" aria-hidden />
            <Input
              dir={text ? 'auto' : undefined}
              placeholder={t.palettePlaceholder}
              className="min-h-13 min-w-0 flex-1 bg-transparent text-prose outline-none [&::-webkit-search-cancel-button]:hidden"
            />
            {isWaiting ? <Spinner size={16} className="text-muted" /> : <Kbd>Esc</Kbd>}
          </SearchField>
          <ListBox
            aria-label={t.palette}
            className="p-2 outline-none"
            onAction={(key) => {
              close()
              all.find((entry) => entry.key === key)?.item.onAction()
            }}
            renderEmptyState={() => (
              <p className="px-3 py-8 text-center text-muted">
                {isWaiting ? t.loading : text === '' ? t.paletteStart : t.paletteEmpty(text)}
              </p>
            )}
          >
            {shown.map((section) => (
              <ListBoxSection key={section.id} id={section.id} className="pb-2">
                <Header className="px-3 py-1 text-badge font-medium text-muted">{section.title}</Header>
                {section.items.map((item) => (
                  <Entry key={item.id} id={`${section.id} ${item.id}`} item={item} text={text} />
                ))}
              </ListBoxSection>
            ))}
          </ListBox>
        </Autocomplete>
      </div>
      <footer className="flex items-center gap-4 border-t border-line px-4 py-2 text-badge text-muted">
        <span className="max-sm:hidden">
          <Kbd>↑ ↓</Kbd> {t.keyMove}
        </span>
        <span className="max-sm:hidden">
          <Kbd>Enter</Kbd> {t.keyOpen}
        </span>
        <output className="ms-auto" aria-live="polite">
          {text !== '' && !isWaiting && t.results(format.number(all.length))}
        </output>
      </footer>
    </Dialog>
  )
}

const Entry = ({ id, item, text }: { id: string; item: PaletteItem; text: string }) => (
  <ListBoxItem
    id={id}
    textValue={item.label}
    className="flex min-h-field cursor-pointer items-center gap-3 rounded-control px-3 py-1 outline-none data-focused:bg-accent-soft [&>svg]:size-4.5 [&>svg]:shrink-0 [&>svg]:text-muted"
  >
    {item.icon}
    <span className="min-w-0 flex-1">
      <Text slot="label" dir="auto" className="own-text block truncate">
        <Highlight text={item.label} query={text} />
      </Text>
      {item.description && (
        <Text slot="description" className="block truncate text-meta text-muted">
          <Highlight text={item.description} query={text} />
        </Text>
      )}
    </span>
    {item.shortcut && <Kbd>{item.shortcut}</Kbd>}
  </ListBoxItem>
)
