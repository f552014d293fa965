import { type ClipboardEvent, useState } from 'react'
import { useFormat } from '../../provider/use-format.ts'
import { type DataTexts, useDataTexts } from '../texts.ts'
import type { CellFaults, DataGridProps, GridItem } from './grid-types.ts'
import type { GridCell } from './move-cell.ts'
import { pastedCells } from './pasted-cells.ts'
import type { PlacedColumn } from './place-columns.ts'

type CellPaste<Row> = Pick<DataGridProps<Row>, 'saveCells'> & {
  items: readonly GridItem<Row>[]
  columns: readonly PlacedColumn<Row>[]
  /** Columns before the first of data. */
  shift: number
  active: GridCell
  say: (text: string) => void
}

type Change<Row> = { row: Row; id: string; values: Record<string, unknown>; faults: Record<string, string> }

/**
 * A block pasted from a spreadsheet goes into the cells from the active one on, as far as there are rows and columns;
 * what does not fit a field is told at its cell and the rest is written, row by row.
 */
export const useCellPaste = <Row>({ items, columns, shift, active, saveCells, say }: CellPaste<Row>) => {
  const t = useDataTexts()
  const format = useFormat()
  const [faults, setFaults] = useState<ReadonlyMap<string, CellFaults>>(new Map())

  const write = async (changes: readonly Change<Row>[]) => {
    const readable = changes.filter(({ values }) => Object.keys(values).length > 0)
    const refused = readable.length > 0 && saveCells ? await saveCells(readable) : []
    const refusedOf = new Map(readable.map(({ id }, at) => [id, refused[at] ?? {}]))
    const found = new Map(changes.map(({ id, faults: unread }) => [id, { ...unread, ...refusedOf.get(id) }]))
    setFaults(found)
    const asked = changes.flatMap(({ values, faults: unread }) =>
      Object.keys({ ...values, ...unread }),
    ).length
    const failed = [...found.values()].flatMap((one) => Object.keys(one)).length
    const written = format.number(asked - failed)
    say(failed === 0 ? t.pasted(written) : t.pastedPartly(written, format.number(failed)))
  }
  const onPaste = (event: ClipboardEvent) => {
    const isWriting =
      event.target instanceof Element && event.target.closest('[data-editing], input, textarea')
    if (!saveCells || isWriting || active.row < 0) return
    const cells = pastedCells(event.clipboardData.getData('text/plain'))
    const from = { row: active.row, column: Math.max(0, active.column - shift) }
    const changes = changesOf({ cells, items, columns, from, t })
    if (changes.length === 0) return
    event.preventDefault()
    void write(changes)
  }
  const mark = (id: string, column: string, fault: string | null) => {
    if (fault) say(fault)
    setFaults((before) => {
      const { [column]: _, ...others } = before.get(id) ?? {}
      return new Map(before).set(id, fault ? { ...others, [column]: fault } : others)
    })
  }
  return { onPaste, mark, faultsOf: (id: string) => faults.get(id) }
}

type ChangesOf<Row> = Pick<CellPaste<Row>, 'items' | 'columns'> & {
  cells: readonly (readonly string[])[]
  from: GridCell
  t: DataTexts
}

const changesOf = <Row>({ cells, items, columns, from, t }: ChangesOf<Row>): Change<Row>[] =>
  cells.flatMap((texts, down) => {
    const item = items[from.row + down]
    if (item?.kind !== 'row') return []
    const change: Change<Row> = { row: item.row, id: item.id, values: {}, faults: {} }
    for (const [along, text] of texts.entries()) {
      const column = columns[from.column + along]
      if (!column) continue
      const { id, edit } = column
      if (!edit?.parse || !edit.canEdit(item.row)) {
        change.faults[id] = t.cannotPaste
        continue
      }
      const value = edit.parse(text, item.row)
      if (value === undefined) change.faults[id] = t.badPaste(text)
      else change.values[id] = value
    }
    return [change]
  })
