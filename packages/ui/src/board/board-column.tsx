import { GripVertical } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import { cx } from '../cx.ts'
import { cardType, droppedCard } from './card-drag.ts'

type Item = { id: string; label: string; canMove: boolean }

export type BoardColumnProps<T extends Item> = {
  label: string
  items: readonly T[]
  /** What stands in a card beside its handle. */
  render: (item: T) => ReactNode
  /** A card of this column or of another was put here; without it none may be. */
  onDrop?: (id: string) => void
  empty: ReactNode
  className?: string
}

/**
 * The cards of a column of a board. They are dragged by pointer, or by Enter on their handle and Tab between the
 * columns and strips; the caller puts a drop into effect.
 */
export const BoardColumn = <T extends Item>(props: BoardColumnProps<T>) => {
  const { label, items, render, onDrop, empty, className } = props
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      items
        .filter(({ id, canMove }) => canMove && [...keys].includes(id))
        .map((item) => ({ [cardType]: item.id, 'text/plain': item.label })),
    acceptedDragTypes: [cardType],
    getDropOperation: () => (onDrop ? 'move' : 'cancel'),
    shouldAcceptItemDrop: () => false,
    onRootDrop: ({ items: dropped }) =>
      void droppedCard([...dropped]).then((id) => (id === null ? undefined : onDrop?.(id))),
  })
  return (
    <GridList
      aria-label={label}
      items={items}
      dragAndDropHooks={dragAndDropHooks}
      keyboardNavigationBehavior="tab"
      renderEmptyState={() => empty}
      // Cards draw from what the caller knows besides the items.
      dependencies={[render]}
      className={cx(
        'flex flex-col gap-2 rounded-control p-1.5 outline-none data-drop-target:bg-accent-soft data-drop-target:outline-2 data-drop-target:outline-accent data-focus-visible:outline-2 data-focus-visible:outline-accent',
        className,
      )}
    >
      {(item) => (
        <GridListItem
          textValue={item.label}
          className="flex items-start gap-1 rounded-control border border-line bg-surface p-2 shadow-1 -outline-offset-1 data-dragging:opacity-45 data-hovered:border-line-strong"
        >
          <div className="min-w-0 flex-1">{render(item)}</div>
          {item.canMove && (
            <Button
              slot="drag"
              className="grid size-tag shrink-0 cursor-grab pointer-coarse:hidden place-items-center rounded-tag text-muted data-hovered:bg-surface-2"
            >
              <GripVertical size={15} aria-hidden />
            </Button>
          )}
        </GridListItem>
      )}
    </GridList>
  )
}
