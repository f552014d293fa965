import { type KeyboardEvent, type PointerEvent, type RefObject, useRef, useState } from 'react'
import type { TimedItem, TimeSpan } from './grid-types.ts'

export interface TimeDrag {
  mode: 'create' | 'move' | 'resize'
  /** The item; null while a new one is drawn. */
  key: string | null
  span: TimeSpan
}

interface Options {
  /** Holds the columns, each marked by `data-column`. */
  root: RefObject<HTMLElement | null>
  items: readonly TimedItem[]
  columns: readonly string[]
  isRtl: boolean
  onCreate?: ((span: TimeSpan) => void) | undefined
  /** A new place of an item, or a new end. */
  onMove?: ((key: string, span: TimeSpan) => void) | undefined
}

const step = 15
const dayMinutes = 1440
const shortest = 15
const drawn = 30
/** Pixels after which a press is a drag. */
const threshold = 4

/**
 * Drawing a new item, moving and lengthening one, by mouse or pen; by keyboard Alt with arrows, and Shift for the end,
 * which counts when Alt is let go. Fingers scroll, and press to make or open.
 */
export function useTimeDrag({ root, items, columns, isRtl, onCreate, onMove }: Options) {
  const [drag, setDrag] = useState<TimeDrag | null>(null)
  const press = useRef<{ x: number; y: number; grab: number; start: TimeDrag; id: number } | null>(null)
  const wasDrag = useRef(false)

  const columnAt = (x: number): HTMLElement | null => {
    const all = [...(root.current?.querySelectorAll<HTMLElement>('[data-column]') ?? [])]
    const distance = (element: HTMLElement) => {
      const { left, right } = element.getBoundingClientRect()
      return x < left ? left - x : x > right ? x - right : 0
    }
    return all.toSorted((a, b) => distance(a) - distance(b))[0] ?? null
  }
  const minuteAt = (column: HTMLElement, y: number) => {
    const { top, height } = column.getBoundingClientRect()
    return ((y - top) / height) * dayMinutes
  }
  const snap = (minute: number) => Math.min(dayMinutes, Math.max(0, Math.round(minute / step) * step))

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    wasDrag.current = false
    if (event.button !== 0 || event.pointerType === 'touch') return
    const target = event.target as HTMLElement
    const column = target.closest<HTMLElement>('[data-column]')
    if (!column) return
    const at = minuteAt(column, event.clientY)
    const item = items.find(({ key }) => key === target.closest<HTMLElement>('[data-item]')?.dataset['item'])
    if (item ? !item.canMove || !onMove : !onCreate) return
    const mode = !item ? 'create' : target.closest('[data-resize]') ? 'resize' : 'move'
    const start: TimeDrag = item
      ? { mode, key: item.key, span: { column: item.column, from: item.from, until: item.until } }
      : {
          mode,
          key: null,
          span: { column: column.dataset['column'] ?? '', from: Math.floor(at / step) * step, until: 0 },
        }
    press.current = {
      x: event.clientX,
      y: event.clientY,
      grab: at - start.span.from,
      start,
      id: event.pointerId,
    }
  }

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const { current } = press
    if (!current || event.pointerId !== current.id) return
    if (!drag && Math.hypot(event.clientX - current.x, event.clientY - current.y) < threshold) return
    if (!drag) root.current?.setPointerCapture(current.id)
    const column = columnAt(event.clientX)
    if (!column) return
    wasDrag.current = true
    const { mode, key, span } = current.start
    const at = minuteAt(column, event.clientY)
    if (mode === 'move') {
      const length = span.until - span.from
      const from = Math.min(Math.max(0, snap(at - current.grab)), dayMinutes - Math.min(length, dayMinutes))
      setDrag({ mode, key, span: { column: column.dataset['column'] ?? '', from, until: from + length } })
    } else if (mode === 'resize') {
      setDrag({ mode, key, span: { ...span, until: Math.max(span.from + shortest, snap(at)) } })
    } else {
      const end = snap(at)
      const [from, until] = end < span.from ? [end, span.from + step] : [span.from, end]
      setDrag({ mode, key, span: { ...span, from, until: Math.max(from + drawn, until) } })
    }
  }

  const finish = (found: TimeDrag | null) => {
    press.current = null
    setDrag(null)
    if (!found) return
    if (found.key === null) onCreate?.(found.span)
    else onMove?.(found.key, found.span)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape' && drag) {
      event.stopPropagation()
      finish(null)
      return
    }
    const key = (event.target as HTMLElement).closest<HTMLElement>('[data-item]')?.dataset['item']
    const item = items.find((one) => one.key === key)
    if (!event.altKey || !item?.canMove || !onMove || !event.key.startsWith('Arrow')) return
    event.preventDefault()
    const span = drag?.key === item.key ? drag.span : item
    const next = nudged(span, event, { columns, isRtl })
    setDrag({ mode: event.shiftKey ? 'resize' : 'move', key: item.key, span: next })
  }

  return {
    drag,
    /** Whether the click that comes now ends a drag and means nothing else. */
    endsDrag: () => wasDrag.current,
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp: () => finish(drag),
      onPointerCancel: () => finish(null),
      onKeyDown,
      onKeyUp: (event: KeyboardEvent<HTMLElement>) => {
        if (event.key === 'Alt' && drag?.key) finish(drag)
      },
    },
  }
}

function nudged(
  { column, from, until }: TimeSpan,
  { key, shiftKey }: { key: string; shiftKey: boolean },
  { columns, isRtl }: { columns: readonly string[]; isRtl: boolean },
): TimeSpan {
  const by = key === 'ArrowUp' ? -step : key === 'ArrowDown' ? step : 0
  if (shiftKey) return { column, from, until: Math.max(from + shortest, Math.min(dayMinutes, until + by)) }
  const sideways = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0
  const at = columns.indexOf(column) + sideways * (isRtl ? -1 : 1)
  const length = until - from
  const start = Math.min(Math.max(0, from + by), Math.max(0, dayMinutes - length))
  return { column: columns[at] ?? column, from: start, until: start + length }
}
