import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { Button } from '../../actions/button.tsx'
import { cx } from '../../cx.ts'
import { toneClass } from '../../display/tone.ts'
import { useFormat } from '../../provider/use-format.ts'
import { useDataTexts } from '../texts.ts'
import type { TimelineItem } from './timeline-types.ts'

/** «امروز، ۱ آذر ۱۴۰۵» over the items of a day. */
export const DaySeparator = ({ date, today }: { date: string; today: string }) => {
  const format = useFormat()
  const isNear = Math.abs(Date.parse(date) - Date.parse(today)) <= 86_400_000
  return (
    <h3 className="flex items-center gap-3 py-2 text-meta font-semibold text-muted">
      <time dateTime={date}>
        {isNear && `${format.relativeDate(date, today)} · `}
        {format.date(date)}
      </time>
      <span className="h-px flex-1 bg-line" aria-hidden />
    </h3>
  )
}

/** One event of the stream. */
export const TimelineEntry = ({ item }: { item: TimelineItem }) => {
  const format = useFormat()
  return (
    <article className="flex gap-3 pb-4">
      <span
        aria-hidden
        className={cx(
          'grid size-8 shrink-0 place-items-center rounded-pill [&_svg]:size-4',
          toneClass[item.tone ?? 'neutral'],
        )}
      >
        {item.icon}
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex min-h-8 items-center gap-2">
          <p className="min-w-0 flex-1 font-semibold">{item.title}</p>
          <time dateTime={item.occurredAt} className="shrink-0 text-meta text-muted">
            {format.time(item.occurredAt)}
          </time>
          {item.actions}
        </div>
        {item.meta && <div className="text-meta text-muted">{item.meta}</div>}
        {item.body && <Foldable>{item.body}</Foldable>}
      </div>
    </article>
  )
}

const Foldable = ({ children }: { children: ReactNode }) => {
  const t = useDataTexts()
  const box = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [isLong, setLong] = useState(false)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const watch = new ResizeObserver(() => {
      if (!isOpen) setLong(element.scrollHeight > element.clientHeight + 4)
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [isOpen])
  return (
    <div className="mt-1.5 rounded-control border border-line bg-surface-2/50 px-3 py-2">
      <div ref={box} className={cx('text-prose', !isOpen && 'line-clamp-4')}>
        {children}
      </div>
      {isLong && (
        <Button
          size="small"
          kind="quiet"
          className="-ms-2 text-accent-text!"
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        >
          {isOpen ? t.showLess : t.showMore}
        </Button>
      )}
    </div>
  )
}
