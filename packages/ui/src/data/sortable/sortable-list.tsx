import { GripVertical } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, DropIndicator, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import { cx } from '../../cx.ts'
import type { Reorder } from './reorder.ts'

type Item = { id: string; label: string }

export type SortableListProps<T extends Item> = {
  label: string
  items: readonly T[]
  /** Put into effect by the caller; `reordered` tells what the list becomes. */
  onReorder: (move: Reorder) => void
  /** What stands in a row beside its handle. */
  render: (item: T) => ReactNode
  rowClass?: (item: T) => string
  empty?: ReactNode
  className?: string
}

/** A list that is put in order by dragging its handles, by pointer or by Enter and the arrow keys. */
export const SortableList = <T extends Item>(props: SortableListProps<T>) => {
  const { label, items, onReorder, render, rowClass, empty, className } = props
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      [...keys].map((key) => ({
        'text/plain': items.find(({ id }) => id === key)?.label ?? String(key),
      })),
    onReorder: ({ keys, target }) => {
      if (target.dropPosition === 'on') return
      onReorder({ ids: [...keys].map(String), targetId: String(target.key), position: target.dropPosition })
    },
    renderDropIndicator: (target) => (
      <DropIndicator target={target} className="h-0.75 rounded-pill data-drop-target:bg-accent" />
    ),
  })
  return (
    <GridList
      aria-label={label}
      items={items}
      dragAndDropHooks={dragAndDropHooks}
      keyboardNavigationBehavior="tab"
      renderEmptyState={() => empty}
      // Rows draw from what the caller knows besides the items.
      dependencies={[render, rowClass]}
      className={cx('outline-none', className)}
    >
      {(item) => (
        <GridListItem
          textValue={item.label}
          className={cx(
            'flex min-h-row items-center gap-1 border-b border-line ps-1.5 pe-3 -outline-offset-2 last:border-b-0 data-dragging:opacity-45',
            rowClass?.(item),
          )}
        >
          <Button
            slot="drag"
            className="grid size-tag shrink-0 cursor-grab place-items-center rounded-tag text-muted data-hovered:bg-surface-2"
          >
            <GripVertical size={16} aria-hidden />
          </Button>
          <div className="flex min-w-0 flex-1 items-center gap-2">{render(item)}</div>
        </GridListItem>
      )}
    </GridList>
  )
}
