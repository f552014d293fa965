import { addDays } from '@peyvand/persian'
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import type { DayItem } from './grid-types.ts'

interface Options {
  items: readonly DayItem[]
  isRtl: boolean
  /** Days that Arrow up and down go; none where days stand in one row. */
  rowLength?: number
  onMove?: ((key: string, day: string) => void) | undefined
}

const threshold = 4

/**
 * Moving an item to another day: what is under the pointer is marked by `data-day`. By keyboard Alt with arrows, which
 * counts when Alt is let go.
 */
export function useDayDrag({ items, isRtl, rowLength = 0, onMove }: Options) {
  const [drag, setDrag] = useState<{ key: string; day: string } | null>(null)
  const press = useRef<{ x: number; y: number; key: string; from: string; shift: number } | null>(null)
  const wasDrag = useRef(false)
  const itemAt = (target: EventTarget) => {
    const key = (target as HTMLElement).closest<HTMLElement>('[data-item]')?.dataset['item']
    return items.find((item) => item.key === key)
  }
  const finish = (found: typeof drag) => {
    const from = items.find(({ key }) => key === found?.key)?.from
    press.current = null
    setDrag(null)
    if (found && found.day !== from) onMove?.(found.key, found.day)
  }
  return {
    drag,
    endsDrag: () => wasDrag.current,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        wasDrag.current = false
        if (event.button !== 0 || event.pointerType === 'touch') return
        const item = itemAt(event.target)
        if (!item?.canMove || !onMove) return
        const grabbed = dayAt(event.clientX, event.clientY)
        const shift = grabbed ? Math.round((Date.parse(item.from) - Date.parse(grabbed)) / 86_400_000) : 0
        press.current = { x: event.clientX, y: event.clientY, key: item.key, from: item.from, shift }
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const { current } = press
        if (!current) return
        if (!drag && Math.hypot(event.clientX - current.x, event.clientY - current.y) < threshold) return
        if (!drag) event.currentTarget.setPointerCapture(event.pointerId)
        wasDrag.current = true
        const day = dayAt(event.clientX, event.clientY)
        if (day) setDrag({ key: current.key, day: addDays(day, current.shift) })
      },
      onPointerUp: () => finish(drag),
      onPointerCancel: () => finish(null),
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        if (event.key === 'Escape' && drag) {
          event.stopPropagation()
          finish(null)
          return
        }
        const item = itemAt(event.target)
        if (!event.altKey || !item?.canMove || !onMove || !event.key.startsWith('Arrow')) return
        event.preventDefault()
        const start = drag?.key === item.key ? drag.day : item.from
        setDrag({ key: item.key, day: addDays(start, daysOf(event.key, isRtl, rowLength)) })
      },
      onKeyUp: (event: KeyboardEvent<HTMLElement>) => {
        if (event.key === 'Alt') finish(drag)
      },
    },
  }
}

function daysOf(key: string, isRtl: boolean, rowLength: number): number {
  if (key === 'ArrowUp') return -rowLength
  if (key === 'ArrowDown') return rowLength
  return (key === 'ArrowRight') === isRtl ? -1 : 1
}

/** The day under a point, beneath whatever covers it. */
function dayAt(x: number, y: number): string | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const day = (element as HTMLElement).closest<HTMLElement>('[data-day]')?.dataset['day']
    if (day) return day
  }
  return null
}
