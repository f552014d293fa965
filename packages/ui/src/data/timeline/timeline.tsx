import { localDate } from '@peyvand/persian'
import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowUp, CircleAlert, History } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { Button } from '../../actions/button.tsx'
import { cx } from '../../cx.ts'
import { EmptyState } from '../../display/empty-state.tsx'
import { Skeleton, SkeletonGroup } from '../../display/skeleton.tsx'
import { useUi } from '../../provider/ui-context.ts'
import { useFormat } from '../../provider/use-format.ts'
import { useDataTexts } from '../texts.ts'
import { useEndReached } from '../use-end-reached.ts'
import { timelineEntries } from './timeline-days.ts'
import { DaySeparator, TimelineEntry } from './timeline-entry.tsx'
import type { TimelineProps } from './timeline-types.ts'

/** Under so many items the whole stream stands in the page, where the browser's own search finds it. */
const VIRTUAL_FROM = 200

/** A stream of events by day, newest first. It scrolls in the height it is given. */
export const Timeline = (props: TimelineProps) => {
  const { label, items, filter, newCount = 0, onShowNew, isLoading = false, error, className } = props
  const t = useDataTexts()
  const format = useFormat()
  const { timeZone } = useUi()
  const scroller = useRef<HTMLDivElement>(null)
  const entries = useMemo(() => timelineEntries(items, timeZone), [items, timeZone])
  const today = localDate(new Date(), timeZone)
  const isVirtual = items.length > VIRTUAL_FROM
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (entries[index]?.kind === 'day' ? 40 : 96),
    overscan: 8,
    enabled: isVirtual,
    getItemKey: (index) => keyOf(entries[index]),
  })
  const olderOf = props.hasOlder && !props.isLoadingOlder ? props.onLoadOlder : undefined
  useEndReached({
    lastIndex: isVirtual ? (virtualizer.range?.endIndex ?? -1) : -1,
    count: entries.length,
    lastKey: items.at(-1)?.id,
    onEndReached: olderOf,
  })

  const showNew = () => {
    scroller.current?.scrollTo({ top: 0 })
    onShowNew?.()
  }
  const entryAt = (index: number) => {
    const entry = entries[index]
    if (!entry) return null
    return entry.kind === 'day' ? (
      <DaySeparator date={entry.date} today={today} />
    ) : (
      <TimelineEntry item={entry.item} />
    )
  }
  const isEmpty = items.length === 0 && !isLoading && !error

  return (
    <section aria-label={label} className={cx('relative flex min-h-0 flex-col', className)}>
      {filter && <div className="pb-2">{filter}</div>}
      {newCount > 0 && (
        <output className="pointer-events-none absolute inset-x-0 top-10 z-2 grid place-items-center">
          <Button
            kind="primary"
            size="small"
            icon={<ArrowUp />}
            onPress={showNew}
            className="pointer-events-auto rounded-pill shadow-2"
          >
            {t.newItems(format.number(newCount))}
          </Button>
        </output>
      )}
      <div
        ref={scroller}
        className="min-h-0 flex-1 overflow-y-auto pe-1 -outline-offset-2"
        // A stream without links must still scroll by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="group"
        aria-label={label}
        aria-busy={isLoading || (props.isLoadingOlder ?? false)}
      >
        {isLoading && items.length === 0 && <TimelineSkeleton />}
        {isEmpty && (props.empty ?? <EmptyState icon={<History />} title={t.timelineEmpty} />)}
        {isVirtual ? (
          <ol className="relative" style={{ height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map(({ index, key, start }) => (
              <li
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                aria-setsize={props.hasOlder ? -1 : entries.length}
                aria-posinset={index + 1}
                className="absolute start-0 top-0 w-full"
                style={{ transform: `translateY(${start}px)` }}
              >
                {entryAt(index)}
              </li>
            ))}
          </ol>
        ) : (
          <ol>
            {entries.map((entry, index) => (
              <li key={keyOf(entry)}>{entryAt(index)}</li>
            ))}
          </ol>
        )}
        {error && (
          <div role="alert">
            <EmptyState
              icon={<CircleAlert className="text-bad" />}
              title={t.loadFailed}
              action={props.onRetry && <Button onPress={props.onRetry}>{t.retry}</Button>}
            >
              {error}
            </EmptyState>
          </div>
        )}
        {!error && items.length > 0 && (
          <div className="grid place-items-center py-3 text-meta text-muted">
            {props.hasOlder ? (
              <Button
                size="small"
                isPending={props.isLoadingOlder ?? false}
                onPress={() => props.onLoadOlder?.()}
              >
                {t.olderItems}
              </Button>
            ) : (
              t.timelineStart
            )}
          </div>
        )}
      </div>
    </section>
  )
}

const keyOf = (entry: ReturnType<typeof timelineEntries>[number] | undefined) =>
  entry?.kind === 'item' ? entry.item.id : `day ${entry?.date}`

const TimelineSkeleton = () => (
  <SkeletonGroup className="flex flex-col gap-5 py-2">
    {[70, 55, 62, 48].map((width) => (
      <div key={width} className="flex items-center gap-3">
        <Skeleton width={32} height={32} className="rounded-pill" />
        <Skeleton width={`${width}%`} />
      </div>
    ))}
  </SkeletonGroup>
)
