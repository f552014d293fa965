import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useRef } from 'react'
import { cx } from '../../cx.ts'
import { Badge } from '../../display/badge.tsx'
import { useFormat } from '../../provider/use-format.ts'
import { useDataTexts } from '../texts.ts'
import { useEndReached } from '../use-end-reached.ts'
import { GridSkeleton } from './grid-states.tsx'
import type { DataGridProps, GridItem } from './grid-types.ts'
import { RowCheck } from './row-check.tsx'
import type { GridSelectionActions } from './use-grid-selection.ts'

export type GridCardsProps<Row> = DataGridProps<Row> & {
  items: readonly GridItem<Row>[]
  picks: GridSelectionActions
  renderCard: (row: Row) => ReactNode
}

/** The grid on a phone: one card for each row. */
export const GridCards = <Row,>(props: GridCardsProps<Row>) => {
  const { items, picks, renderCard, rowLabel } = props
  const t = useDataTexts()
  const format = useFormat()
  const scroller = useRef<HTMLDivElement>(null)
  const isSelectable = props.selection !== undefined
  const open = props.onPress ?? props.onOpen
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 64,
    overscan: 6,
  })
  useEndReached({
    lastIndex: virtualizer.range?.endIndex ?? -1,
    count: items.length,
    lastKey: picks.ids.at(-1),
    onEndReached: props.onEndReached,
  })
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-auto" tabIndex={-1}>
      <ul aria-label={props.label} className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const item = items[index]
          if (!item) return null
          const isSelected = item.kind === 'row' && isSelectable && picks.isSelected(item.id)
          return (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-setsize={props.total?.exact && !props.groups ? props.total.value : -1}
              aria-posinset={index + 1}
              className={cx(
                'absolute start-0 top-0 flex w-full items-center border-b border-line',
                item.kind !== 'row' ? 'bg-surface-2' : isSelected ? 'bg-accent-soft' : 'bg-surface',
              )}
              style={{ transform: `translateY(${start}px)` }}
            >
              {item.kind === 'group' ? (
                <button
                  type="button"
                  aria-expanded={item.group.isOpen}
                  onClick={() => props.onToggleGroup?.(item.group.key)}
                  className={cx(
                    'flex min-h-11 w-full items-center gap-2 pe-4 text-start -outline-offset-2',
                    item.group.level === 1 ? 'ps-9 font-medium' : 'ps-4 font-semibold',
                  )}
                >
                  {item.group.label}
                  <Badge className="bg-surface">{format.number(item.group.count)}</Badge>
                </button>
              ) : item.kind === 'more' ? (
                <button
                  type="button"
                  disabled={item.group.isLoading}
                  onClick={() => props.onMoreOfGroup?.(item.group.key)}
                  className="min-h-11 w-full px-4 text-start text-accent-text -outline-offset-2"
                >
                  {item.group.isLoading ? t.loading : t.loadMore}
                </button>
              ) : (
                <>
                  {isSelectable && (
                    <span className="grid w-11 shrink-0 place-items-center">
                      <RowCheck
                        label={t.selectRow(rowLabel(item.row))}
                        state={isSelected ? 'all' : 'none'}
                        tabIndex={0}
                        onChange={() => picks.toggle(item.id, false)}
                      />
                    </span>
                  )}
                  <div className={cx('relative min-w-0 flex-1 py-2 pe-4', !isSelectable && 'ps-4')}>
                    {open && (
                      // The whole card is the target; links inside it stay above.
                      <button
                        type="button"
                        aria-label={rowLabel(item.row)}
                        onClick={() => open(item.row)}
                        className="absolute inset-0 -outline-offset-2"
                      />
                    )}
                    <div className="pointer-events-none relative [&_a]:pointer-events-auto [&_button]:pointer-events-auto">
                      {renderCard(item.row)}
                    </div>
                  </div>
                </>
              )}
            </li>
          )
        })}
      </ul>
      {props.isLoadingMore && <GridSkeleton rows={2} />}
    </div>
  )
}
