import { type PointerEvent, useRef } from 'react'
import { useLocale } from 'react-aria-components'

export type ColumnResizerProps = {
  /** Widths of all columns as they stand on the screen, asked for when a drag begins. */
  measure: () => Readonly<Record<string, number>>
  columnId: string
  onResize: (widths: Readonly<Record<string, number>>) => void
  onReset: () => void
}

/**
 * The handle at the inline end of a header. By keyboard the header itself is resized with Shift and an arrow,
 * so the handle is for pointers only.
 */
export const ColumnResizer = ({ measure, columnId, onResize, onReset }: ColumnResizerProps) => {
  const { direction } = useLocale()
  const drag = useRef<{ x: number; widths: Readonly<Record<string, number>> } | null>(null)

  const start = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    event.preventDefault()
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { x: event.clientX, widths: measure() }
  }
  const move = (event: PointerEvent) => {
    if (!drag.current) return
    const by = (event.clientX - drag.current.x) * (direction === 'rtl' ? -1 : 1)
    // All columns take the width they have now: otherwise those that share free room would move away.
    onResize({ ...drag.current.widths, [columnId]: (drag.current.widths[columnId] ?? 0) + by })
  }
  const stop = () => {
    drag.current = null
  }
  return (
    <span
      aria-hidden
      data-resizer={columnId}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={stop}
      onPointerCancel={stop}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => {
        event.stopPropagation()
        onReset()
      }}
      className="group/resizer absolute inset-y-0 -end-1.5 z-2 grid w-3 cursor-col-resize touch-none place-items-center pointer-coarse:w-6"
    >
      <span className="h-4 w-px bg-line-strong group-hover/resizer:h-full group-hover/resizer:w-0.5 group-hover/resizer:bg-accent" />
    </span>
  )
}
