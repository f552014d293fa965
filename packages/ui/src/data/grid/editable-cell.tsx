import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useDataTexts } from '../texts.ts'

/** Where the focus goes after an edit. */
export type EditEnd = 'stay' | 'down' | 'next' | 'previous'

export type CellEditorProps<Row> = {
  row: Row
  label: string
  onEnd: (end: EditEnd) => void
  /** What is wrong with the value that was to be saved, told at the cell; null takes it away. */
  onFault: (fault: string | null) => void
}

export type CellEdit<Row> = {
  canEdit: (row: Row) => boolean
  /** A pasted text as a value of the field; undefined where it is none. An empty text clears, as null. */
  parse?: (text: string, row: Row) => unknown
  Editor: (props: CellEditorProps<Row>) => ReactNode
}

type EditableCell<Row, Value> = {
  value: (row: Row) => Value
  /** The field in the cell, with the label as `aria-label`; it takes the focus. */
  field: (draft: Value, onChange: (value: Value) => void, label: string) => ReactNode
  /** Called only when the value changed. The message of a rejected promise is told at the cell, which keeps its old value. */
  save: (row: Row, value: Value) => void | Promise<void>
  canEdit?: (row: Row) => boolean
  parse?: (text: string, row: Row) => Value | null | undefined
}

/**
 * Makes a column editable in place: Enter saves and goes down, Tab saves and goes on, Escape leaves the value,
 * leaving the cell saves.
 */
export const editableCell = <Row, Value>({
  value,
  field,
  save,
  canEdit = () => true,
  parse,
}: EditableCell<Row, Value>): CellEdit<Row> => {
  const Editor = ({ row, label, onEnd, onFault }: CellEditorProps<Row>) => {
    const t = useDataTexts()
    const [draft, setDraft] = useState(() => value(row))
    const isOver = useRef(false)
    const box = useRef<HTMLDivElement>(null)
    useEffect(() => (box.current ? focusWithin(box.current) : undefined), [])

    const end = (how: EditEnd, isSaved: boolean) => {
      if (isOver.current) return
      isOver.current = true
      if (isSaved && draft !== value(row)) {
        Promise.resolve(save(row, draft)).then(
          () => onFault(null),
          (error: unknown) => onFault(error instanceof Error && error.message ? error.message : t.saveFailed),
        )
      }
      onEnd(how)
    }
    const onKeyDownCapture = (event: KeyboardEvent) => {
      const how = endOf(event)
      if (!how) return
      event.preventDefault()
      event.stopPropagation()
      end(how, event.key !== 'Escape')
    }
    return (
      <div
        ref={box}
        role="presentation"
        className="w-full"
        onKeyDownCapture={onKeyDownCapture}
        onBlur={(event) => {
          if (isLeaving(event)) end('stay', true)
        }}
      >
        {field(draft, setDraft, label)}
      </div>
    )
  }
  return { canEdit, Editor, ...(parse && { parse }) }
}

/** Moves the focus into the field, once its code is here. */
const focusWithin = (box: HTMLElement): (() => void) => {
  const enter = () => {
    const field = box.querySelector<HTMLElement>('input, textarea, [tabindex="0"], button')
    if (field && !box.contains(document.activeElement)) field.focus()
    return field !== null
  }
  const arrival = new MutationObserver(() => enter() && arrival.disconnect())
  if (!enter()) arrival.observe(box, { childList: true, subtree: true })
  return () => arrival.disconnect()
}

const endOf = ({ key, shiftKey, target }: KeyboardEvent): EditEnd | null => {
  if (key === 'Escape') return 'stay'
  // On a select's button Enter opens its list.
  if (key === 'Enter') return target instanceof Element && target.ariaHasPopup ? null : 'down'
  if (key === 'Tab') return shiftKey ? 'previous' : 'next'
  return null
}

/** Another window or a list that the field itself opened does not end the edit. */
const isLeaving = ({ relatedTarget, currentTarget }: FocusEvent): boolean => {
  if (!(relatedTarget instanceof Element)) return document.hasFocus()
  return !currentTarget.contains(relatedTarget) && !relatedTarget.closest('[role=listbox], [role=dialog]')
}
