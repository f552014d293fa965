import type { KeyboardEvent } from 'react'
import { Button } from '../../actions/button.tsx'
import { cx } from '../../cx.ts'
import { RowCheck } from '../grid/row-check.tsx'
import { useDataTexts } from '../texts.ts'
import type { MasterDetailProps } from './master-detail.tsx'

type WorkListProps<Item> = MasterDetailProps<Item> & {
  helpId: string
  selection: readonly string[]
  onToggle: ((id: string) => void) | undefined
  onFocusItem: (id: string) => void
  focusItem: (id: string) => void
}

/** The list of a MasterDetail: one tab stop, arrows move, Enter opens. */
export const WorkList = <Item,>(props: WorkListProps<Item>) => {
  const { items, itemId, groupOf, openId, onOpen, selection, onToggle, isUnread } = props
  const t = useDataTexts()
  const ids = items.map(itemId)
  const tabStop = openId !== null && ids.includes(openId) ? openId : ids[0]
  const groups = groupItems(items, groupOf)

  const onKeyDown = (event: KeyboardEvent, id: string) => {
    const at = ids.indexOf(id)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: ids.length - 1 }[event.key]
    const next = to === undefined ? undefined : ids[to]
    if (next === undefined) return
    event.preventDefault()
    props.focusItem(next)
  }

  return (
    <>
      {groups.map((group) => (
        <section key={group.key} aria-label={group.label ?? props.label}>
          {group.label && (
            <h3 className="border-b border-line bg-surface-2 px-4 py-1 text-badge font-semibold text-muted">
              {group.label}
            </h3>
          )}
          <ul>
            {group.items.map((item) => {
              const id = itemId(item)
              const isOpen = id === openId
              const isNew = isUnread?.(item) ?? false
              const isSelected = selection.includes(id)
              return (
                <li
                  key={id}
                  className={cx(
                    'relative flex items-start border-b border-line [contain-intrinsic-block-size:auto_72px] [content-visibility:auto]',
                    isOpen || isSelected ? 'bg-accent-soft' : 'hover:bg-surface-2',
                  )}
                >
                  {onToggle && (
                    <span className="grid w-10 shrink-0 place-items-center pt-2.5">
                      <RowCheck
                        label={t.selectRow(props.itemLabel(item))}
                        state={isSelected ? 'all' : 'none'}
                        tabIndex={id === tabStop ? 0 : -1}
                        onChange={() => onToggle(id)}
                      />
                    </span>
                  )}
                  <button
                    type="button"
                    data-item={id}
                    tabIndex={id === tabStop ? 0 : -1}
                    aria-current={isOpen || undefined}
                    aria-describedby={props.helpId}
                    onClick={() => onOpen(id)}
                    onFocus={() => props.onFocusItem(id)}
                    onKeyDown={(event) => onKeyDown(event, id)}
                    className={cx(
                      'flex min-w-0 flex-1 cursor-pointer items-start gap-2 py-2.5 pe-3 text-start -outline-offset-2',
                      !onToggle && 'ps-4',
                      isNew ? 'font-semibold' : 'text-text',
                    )}
                  >
                    <span className="min-w-0 flex-1">
                      {isNew && (
                        <>
                          <span
                            className="absolute start-1 top-1/2 size-1.5 -translate-y-1/2 rounded-pill bg-accent"
                            aria-hidden
                          />
                          <span className="sr-only">{t.unread}</span>
                        </>
                      )}
                      {props.renderItem(item)}
                    </span>
                    {props.deadline && <span className="shrink-0 font-normal">{props.deadline(item)}</span>}
                  </button>
                  {props.itemActions && (
                    <span className="shrink-0 self-center pe-1.5">{props.itemActions(item)}</span>
                  )}
                </li>
              )
            })}
          </ul>
        </section>
      ))}
      {props.hasMore && (
        <div className="grid place-items-center p-3">
          <Button size="small" isPending={props.isLoadingMore ?? false} onPress={() => props.onLoadMore?.()}>
            {t.loadMore}
          </Button>
        </div>
      )}
    </>
  )
}

type ItemGroup<Item> = { key: string; label: string | null; items: Item[] }

const groupItems = <Item,>(
  items: readonly Item[],
  groupOf: MasterDetailProps<Item>['groupOf'],
): readonly ItemGroup<Item>[] => {
  if (!groupOf) return [{ key: 'all', label: null, items: [...items] }]
  const groups: ItemGroup<Item>[] = []
  for (const item of items) {
    const { key, label } = groupOf(item)
    const last = groups.at(-1)
    if (last?.key === key) last.items.push(item)
    else groups.push({ key, label, items: [item] })
  }
  return groups
}
