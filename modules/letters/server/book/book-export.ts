import type { ExportSource } from '@peyvand/imports/server'
import type { BookEntry } from '../../contract/index.ts'
import { listBook } from './book.ts'
import { type BookColumn, bookCells, bookColumns } from './book-cells.ts'

/** The register book written to files. */
export const bookExport: ExportSource<BookEntry> = {
  record: 'letterBook',
  permission: 'letters.book',
  columns: async (ctx) =>
    Object.entries(bookColumns).map(([key, label]) => ({
      key,
      label: ctx.registry.translate(ctx.locale, label),
    })),
  defaultColumns: Object.keys(bookColumns),
  defaultSort: 'registeredAt',
  page: listBook,
  cells: async (ctx, rows, columns) =>
    rows.map((row) => {
      const cells = bookCells(ctx, row)
      return columns.map((column) => cells[column as BookColumn])
    }),
}
