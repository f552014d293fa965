import type { CardVersion } from '@peyvand/parties/server'
import type { ListQuery } from '@peyvand/platform/contract'
import { AppError, askHook, type Ctx, defineHook, type ListPage } from '@peyvand/platform/server'

export interface ExportColumn {
  key: string
  label: string
}

/** How a list is written to files; given by the module that owns the record type. */
export interface ExportSource<Row = unknown> {
  record: string
  /** The name of the file, where no text is kept for the record type. */
  name?: string
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
  /** The rows as vCards, where they are somebody's. */
  cards?(ctx: Ctx, rows: readonly Row[], version: CardVersion): Promise<string[]>
}

/** Modules answer with the lists of theirs, one or several. */
export const exportSourcesHook = defineHook<void, ExportSource | readonly ExportSource[]>(
  'imports.exportSources',
)

/** @throws AppError exports.unknownRecord (404) */
export async function exportSource(ctx: Ctx, record: string): Promise<ExportSource> {
  const sources = await askHook(ctx, exportSourcesHook, undefined)
  const source = sources.flat().find((one) => one.record === record)
  if (!source) throw new AppError('exports.unknownRecord', { status: 404 })
  return source
}
