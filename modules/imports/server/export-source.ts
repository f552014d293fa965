import type { ListQuery } from '@peyvand/platform/contract'
import { AppError, askHook, type Ctx, defineHook, type ListPage } from '@peyvand/platform/server'

export interface ExportColumn {
  key: string
  label: string
}

/** How a list is written to files; given by the module that owns the record type. */
export interface ExportSource<Row = unknown> {
  record: string
  /** Right that a user needs. */
  permission: string
  /** Columns that the caller may see, in their language. */
  columns(ctx: Ctx): Promise<ExportColumn[]>
  defaultColumns: readonly string[]
  /** Oldest first: what others refer to then comes before them when the file is imported. */
  defaultSort: string
  /** A page of the rows that the caller may see; of those among `ids` only where they are given. */
  page(ctx: Ctx, query: ListQuery, ids?: readonly string[]): Promise<ListPage<Row>>
  /** The cells of rows as texts that an import of this language understands. */
  cells(ctx: Ctx, rows: readonly Row[], columns: readonly string[]): Promise<string[][]>
}

/** Modules answer with the lists of theirs. */
export const exportSourcesHook = defineHook<void, ExportSource>('imports.exportSources')

/** @throws AppError exports.unknownRecord (404) */
export async function exportSource(ctx: Ctx, record: string): Promise<ExportSource> {
  const source = (await askHook(ctx, exportSourcesHook, undefined)).find((one) => one.record === record)
  if (!source) throw new AppError('exports.unknownRecord', { status: 404 })
  return source
}
