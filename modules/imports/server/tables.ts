import type {
  ColumnMapping,
  FileColumn,
  FileFormat,
  ImportCounts,
  ImportSettings,
  MappingByHeader,
  RowError,
} from '@peyvand/imports/contract'
import type { Json } from '@peyvand/platform/server'
import type { Generated, Selectable } from 'kysely'
import type { CellProblem, WrittenItem } from './import-target.ts'
import type { Outcome } from './judge-rows.ts'

declare module '@peyvand/platform/tables' {
  interface Tables {
    imports: ImportsTable
    importRows: ImportRowsTable
    importTemplates: {
      tenantId: number
      id: string
      record: string
      name: string
      match: string
      mapping: Json<MappingByHeader>
      version: Generated<number>
    }
  }
}

export type ImportsRow = Selectable<ImportsTable>

interface ImportsTable {
  tenantId: number
  id: string
  record: string
  fileId: string
  fileName: string
  state: 'draft' | 'checking' | 'checked' | 'running' | 'done' | 'failed' | 'cancelled' | 'undone'
  format: Json<FileFormat>
  sheets: Json<string[]>
  columns: Json<FileColumn[]>
  mapping: Json<ColumnMapping[]>
  settings: Json<ImportSettings>
  counts: Json<ImportCounts | null>
  newValues: Json<Record<string, string[]>>
  errors: Json<RowError[]>
  operationId: string | null
  createdBy: string | null
  createdAt: Generated<string>
  finishedAt: string | null
  version: Generated<number>
}

/** Rows of the file as judged; kept for the error file and the undo. */
interface ImportRowsTable {
  tenantId: number
  importId: string
  row: number
  cells: Json<string[]>
  problems: Json<CellProblem[]>
  outcome: Outcome
  match: string | null
  /** What the run made of it; null before, and again after the undo. */
  written: Json<WrittenItem[] | null>
}
