import { parseDate } from '@peyvand/persian'
import type { ListField } from '@peyvand/platform/contract'
import { optionOfText } from '@peyvand/platform/web'
import { DatePicker, lazyPart, type Option, TextField } from '@peyvand/ui'
import type { ReactNode } from 'react'

const CellChoice = lazyPart(async () => (await import('./cell-choice.tsx')).CellChoice)

/** How a cell of a list is written: by hand, or by the text of a spreadsheet. */
export interface CellEditor<Row> {
  value: (row: Row) => string | null
  field: (draft: string | null, onChange: (value: string | null) => void, label: string) => ReactNode
  /** Undefined where the text is none. */
  parse: (text: string) => string | null | undefined
}

type Value<Row> = CellEditor<Row>['value']

export const choiceEditor = <Row,>(options: readonly Option[], value: Value<Row>): CellEditor<Row> => ({
  value,
  parse: (text) => optionOfText(options, text),
  field: (draft, onChange, label) => (
    <CellChoice label={label} options={options} value={draft} onChange={onChange} />
  ),
})

export const dayEditor = <Row,>(value: Value<Row>): CellEditor<Row> => ({
  value,
  parse: (text) => {
    if (text === '') return null
    const parsed = parseDate(text)
    return parsed.ok ? parsed.value : undefined
  },
  field: (draft, onChange, label) => (
    <DatePicker aria-label={label} value={draft} onChange={onChange} isClearable />
  ),
})

export const wordsEditor = <Row,>(value: Value<Row>): CellEditor<Row> => ({
  value,
  parse: (text) => text || null,
  field: (draft, onChange, label) => <TextField aria-label={label} value={draft} onChange={onChange} />,
})

/** The firm's own fields of one line or one choice; null for others, which are written in the form. */
export function ownFieldEditor<Row extends { custom: Readonly<Record<string, unknown>> }>(
  key: string,
  field: ListField,
  t: (key: string) => string,
): CellEditor<Row> | null {
  const value = (row: Row) => {
    const stored = row.custom[key]
    if (typeof stored === 'boolean') return String(stored)
    return typeof stored === 'string' ? stored : null
  }
  if (field.type === 'date') return dayEditor(value)
  // A long text, which no list filters, has lines that a cell would lose.
  if (field.type === 'text') return field.filterable === false ? null : wordsEditor(value)
  // A field of several choices has no order of its own.
  if (field.type !== 'enum' || !field.options || !field.sortable) return null
  return choiceEditor(
    Object.entries(field.options).map(([id, label]) => ({ id, label: t(label) })),
    value,
  )
}
