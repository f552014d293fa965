import { cx, useLocalDigits } from '@peyvand/ui'
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { isFigure, type LineColumn } from './line-columns.ts'

/** Where the focus goes after an edit. */
export type EditEnd = 'stay' | 'below' | 'above' | 'next' | 'previous'

export interface CellInputProps {
  column: LineColumn
  label: string
  /** What stands in the cell. */
  text: string
  /** The first letter of a new text, where the edit began by typing it. */
  typed: string | null
  onWrite: (text: string | null, end: EditEnd) => void
}

/** A text in a cell: Enter writes it and goes on below, Tab beside, Escape leaves it as it was. */
export const CellInput = ({ column, label, text, typed, onWrite }: CellInputProps) => {
  const [draft, setDraft] = useState(typed ?? text)
  const isOver = useRef(false)
  const digits = useLocalDigits(isFigure(column))
  useLayoutEffect(() => {
    digits.current?.focus()
    if (typed === null) digits.current?.select()
  }, [digits, typed])
  const end = (how: EditEnd, isWritten = true) => {
    if (isOver.current) return
    isOver.current = true
    onWrite(isWritten && draft !== text ? draft : null, how)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const how = endOf(event, typed !== null)
    if (!how) return
    event.preventDefault()
    event.stopPropagation()
    end(how, event.key !== 'Escape')
  }
  return (
    <input
      ref={digits}
      aria-label={label}
      value={draft}
      dir={isFigure(column) ? 'ltr' : undefined}
      inputMode={isFigure(column) ? 'decimal' : 'text'}
      autoComplete="off"
      maxLength={300}
      onChange={({ target }) => setDraft(target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => end('stay')}
      className={cx(cellInputClass, isFigure(column) && 'text-end')}
    />
  )
}

export const cellInputClass =
  'h-full w-full min-w-0 bg-surface px-2 text-body text-text outline-2 -outline-offset-2 outline-accent'

/** What a key does to an edit; one that began by typing is ended by the arrows up and down as well. */
export function endOf({ key, shiftKey }: KeyboardEvent, isTyping: boolean): EditEnd | null {
  switch (key) {
    case 'Escape':
      return 'stay'
    case 'Enter':
      return shiftKey ? 'above' : 'below'
    case 'Tab':
      return shiftKey ? 'previous' : 'next'
    case 'ArrowDown':
      return isTyping ? 'below' : null
    case 'ArrowUp':
      return isTyping ? 'above' : null
    default:
      return null
  }
}
