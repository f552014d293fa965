import { act, screen } from '@testing-library/react'
import { useState } from 'react'
import { vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { ColumnLayout } from '../data/grid/column-layout.ts'
import { DataGrid } from '../data/grid/data-grid.tsx'
import { editableCell } from '../data/grid/editable-cell.tsx'
import type { DataGridColumn, DataGridProps } from '../data/grid/grid-types.ts'
import { type GridSelection, noSelection } from '../data/grid/selection.ts'
import type { SortKey } from '../data/grid/sort.ts'
import { TextField } from '../fields/text-field.tsx'
import { renderUi } from './render-ui.tsx'

export type Row = { id: string; name: string; company: string; value: number }

export const makeRows = (count: number): Row[] =>
  Array.from({ length: count }, (_, i) => ({ id: `r${i}`, name: `نام ${i}`, company: `شرکت ${i}`, value: i }))

/** What the editable column wrote. */
export const saved = vi.fn<(row: Row, value: string) => void>()
export const columns: DataGridColumn<Row>[] = [
  {
    id: 'name',
    header: 'نام',
    width: 200,
    sticky: true,
    hideable: false,
    sortable: true,
    cell: (row) => row.name,
  },
  {
    id: 'company',
    header: 'شرکت',
    width: 200,
    sortable: true,
    cell: (row) => row.company,
    edit: editableCell({
      value: (row: Row) => row.company,
      field: (draft, onChange, label) => <TextField aria-label={label} value={draft} onChange={onChange} />,
      save: saved,
      parse: (text) => text,
    }),
  },
  { id: 'value', header: 'ارزش', width: 200, align: 'end', cell: (row) => String(row.value) },
]
export const rowId = (row: Row) => row.id
export const rowLabel = (row: Row) => row.name

type Seen = { layout: ColumnLayout; sort: readonly SortKey[]; selection: GridSelection }

/** A grid that keeps its own layout, sort and selection, which the answer shows. */
export const renderGrid = async (
  rows: readonly Row[],
  props: Partial<DataGridProps<Row>> = {},
  locale: 'fa' | 'en' = 'fa',
) => {
  const seen: Seen = { layout: {}, sort: [], selection: noSelection }
  const Case = () => {
    const [layout, setLayout] = useState<ColumnLayout>({})
    const [sort, setSort] = useState<readonly SortKey[]>([])
    const [selection, setSelection] = useState<GridSelection>(noSelection)
    Object.assign(seen, { layout, sort, selection })
    return (
      <DataGrid
        className="h-120 w-200"
        label="فهرست"
        rows={rows}
        rowId={rowId}
        rowLabel={rowLabel}
        columns={columns}
        layout={layout}
        onLayoutChange={setLayout}
        sort={sort}
        onSortChange={setSort}
        selection={selection}
        onSelectionChange={setSelection}
        total={{ value: rows.length, exact: true }}
        {...props}
      />
    )
  }
  renderUi(<Case />, { locale })
  if (rows.length > 0) await screen.findByText(rows[0]?.name ?? '')
  return seen
}

export const at = (row: number, column: number) => {
  const cell = document.querySelector<HTMLElement>(`[data-at="${row}:${column}"]`)
  if (!cell) throw new Error(`no cell ${row}:${column}`)
  return cell
}
export const focusAt = (row: number, column: number) => act(() => at(row, column).focus())
export const focused = () => document.activeElement?.closest('[data-at]')?.getAttribute('data-at')
export const press = (keys: string) => userEvent.keyboard(keys)
