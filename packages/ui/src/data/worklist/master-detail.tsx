import { Inbox } from 'lucide-react'
import { type ReactNode, useEffect, useEffectEvent, useId, useRef } from 'react'
import { cx } from '../../cx.ts'
import { EmptyState } from '../../display/empty-state.tsx'
import { SplitPane } from '../../layout/split-pane.tsx'
import { BulkBar } from '../grid/grid-bars.tsx'
import { GridError, GridSkeleton } from '../grid/grid-states.tsx'
import { useDataTexts } from '../texts.ts'
import { useOpenNext } from './use-open-next.ts'
import { WorkList } from './work-list.tsx'

export type MasterDetailProps<Item> = {
  label: string
  detailLabel: string
  items: readonly Item[]
  itemId: (item: Item) => string
  /** An item in words, for its checkbox. */
  itemLabel: (item: Item) => string
  /** Two or three lines; the list draws unread weight, checkbox and deadline around them. */
  renderItem: (item: Item) => ReactNode
  renderDetail: (item: Item) => ReactNode
  isUnread?: (item: Item) => boolean
  /** A pill at the inline end of the item. */
  deadline?: (item: Item) => ReactNode
  /** A button or two of an item, beside its pill. */
  itemActions?: (item: Item) => ReactNode
  /** Items arrive sorted by it: «امروز، دیروز، این هفته». */
  groupOf?: (item: Item) => { key: string; label: string }

  openId: string | null
  onOpen: (id: string | null) => void
  selection?: readonly string[]
  onSelectionChange?: (ids: readonly string[]) => void
  bulkActions?: (ids: readonly string[]) => ReactNode
  /**
   * A letter pressed without Ctrl or Alt on the list or the detail (`E`, `R` …), read by the key's place, so it
   * works on a Persian keyboard. J, K and X are the list's own.
   */
  onShortcut?: (key: string, item: Item) => void

  /** Above the list: folders, search, filters. */
  header?: ReactNode
  isLoading?: boolean
  hasMore?: boolean
  isLoadingMore?: boolean
  onLoadMore?: () => void
  error?: ReactNode
  onRetry?: () => void
  empty?: ReactNode
  className?: string
}

const WRITING =
  'input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=menu], [role=listbox], [role=dialog] *'

/**
 * A list to be worked through beside the item being read. When the open item leaves the list (done, referred),
 * the next one opens by itself.
 */
export const MasterDetail = <Item,>(props: MasterDetailProps<Item>) => {
  const { items, itemId, openId, onOpen, selection = noIds, onSelectionChange, onShortcut } = props
  const t = useDataTexts()
  const helpId = useId()
  const root = useRef<HTMLDivElement>(null)
  const cursor = useRef<string | null>(null)
  const ids = items.map(itemId)
  const opened = items.find((item) => itemId(item) === openId)
  const focusItem = (id: string) => {
    cursor.current = id
    const item = root.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`)
    item?.scrollIntoView({ block: 'nearest' })
    item?.focus({ preventScroll: true })
    // On a phone the list is out of sight while something is open.
    if (document.activeElement !== item) root.current?.focus()
  }
  useOpenNext({
    ids,
    openId,
    isLoading: props.isLoading ?? false,
    onOpen: (id) => {
      onOpen(id)
      if (id !== null) focusItem(id)
    },
  })
  useEffect(() => {
    if (openId) cursor.current = openId
  }, [openId])

  const step = (by: -1 | 1) => {
    const at = ids.indexOf(openId ?? cursor.current ?? '')
    const next = ids[at < 0 ? 0 : Math.max(0, Math.min(ids.length - 1, at + by))]
    if (next === undefined) return
    focusItem(next)
    // While reading, the next item is read; while only looking through the list, the cursor moves.
    if (openId !== null) onOpen(next)
  }
  const toggle = (id: string) =>
    onSelectionChange?.(
      selection.includes(id) ? selection.filter((other) => other !== id) : [...selection, id],
    )

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const { target, code } = event
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    // Nothing has the focus when the page has just opened: the list is what the keys mean then.
    if (target !== document.body && !(target instanceof Node && root.current?.contains(target))) return
    if (target instanceof Element && target.closest(WRITING)) return
    const key = /^Key([A-Z])$/.exec(code)?.[1]
    if (!key) return
    const at = openId ?? cursor.current
    const item = items.find((one) => itemId(one) === at)
    if (key === 'J') step(1)
    else if (key === 'K') step(-1)
    else if (key === 'X' && onSelectionChange && at) toggle(at)
    else if (item && onShortcut) onShortcut(key, item)
    else return
    event.preventDefault()
  })
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  const isEmpty = items.length === 0 && !props.isLoading && !props.error

  return (
    <div ref={root} tabIndex={-1} className={cx('outline-none', props.className ?? 'flex min-h-0 flex-1')}>
      <SplitPane
        className="flex-1"
        listLabel={props.label}
        detailLabel={props.detailLabel}
        onBack={() => onOpen(null)}
        detail={opened ? props.renderDetail(opened) : null}
        placeholder={<EmptyState icon={<Inbox />} title={t.nothingOpen} className="py-24" />}
        list={
          <>
            <p id={helpId} hidden>
              {t.worklistHelp}
            </p>
            <div className="sticky top-0 z-2 bg-surface">
              {selection.length > 0 ? (
                <BulkBar count={selection.length} onClear={() => onSelectionChange?.([])}>
                  {props.bulkActions?.(selection)}
                </BulkBar>
              ) : (
                props.header
              )}
            </div>
            {props.isLoading && items.length === 0 && <GridSkeleton />}
            {isEmpty && (props.empty ?? <EmptyState icon={<Inbox />} title={t.worklistEmpty} />)}
            {props.error && <GridError onRetry={props.onRetry}>{props.error}</GridError>}
            <WorkList
              {...props}
              helpId={helpId}
              selection={selection}
              onToggle={onSelectionChange ? toggle : undefined}
              onFocusItem={(id) => {
                cursor.current = id
              }}
              focusItem={focusItem}
            />
          </>
        }
      />
    </div>
  )
}

const noIds: readonly string[] = []
