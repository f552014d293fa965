import type { ColumnMapping, ImportFieldView, ImportSettings, MatchKey } from '@peyvand/imports/contract'
import type { CustomValues, UndoStay } from '@peyvand/platform/contract'
import { AppError, askHook, type Ctx, defineHook } from '@peyvand/platform/server'

/** A field of a record type that a column can go to. */
export interface ImportField {
  key: string
  fa: string
  en: string
  type: ImportFieldView['type']
  side: ImportFieldView['side']
  /** Several columns may go to it. */
  many?: boolean
  /** Other headers people write, Persian and English. */
  synonyms: readonly string[]
  /** Whether a value looks like one of these, for columns whose header tells nothing. */
  looksLike?: (value: string) => boolean
}

/** What is wrong with a cell; the text is that of `error.<code>`. */
export interface CellProblem {
  /** The column's place, null where the fault is of the whole row. */
  column: number | null
  code: string
  params?: Record<string, unknown>
}

/** One record as a row describes it; a row may describe several, the first is the main one. */
export interface ReadItem<D = unknown> {
  data: D
  /** What the record is recognised by: `<MatchKey>:<normalised value>`. */
  keys: string[]
  /** Only records of the same kind are the same by mobile, e-mail or name. */
  kind: string
  /** Values of the firm's own fields: those of unique ones are written into one record only. */
  own?: CustomValues
  /** What is wrong with it where it makes a new record. */
  faultsOfNew: CellProblem[]
}

export interface ReadRow<D = unknown> {
  items: ReadItem<D>[]
  problems: CellProblem[]
  /** Labels that a list of values lacks: list → labels. */
  newValues: Record<string, string[]>
}

/** A stored record that a row may be the same as. */
export interface Candidate {
  id: string
  kind: string
  keys: readonly string[]
  /** Whether the importing user may change it. */
  changeable: boolean
}

export interface RowItem<D = unknown> extends ReadItem<D> {
  /** The id of the record it is or makes; in the check, records of the file itself have a name in its place. */
  ref: string
  isNew: boolean
  /** False leaves a known record as it is, and only links the row's others to it. */
  change: boolean
}

export interface WrittenItem {
  id: string
  isNew: boolean
  /** For the undo of a change: how the record was and what was written. */
  trace: Record<string, unknown> | null
}

export interface ImportContext {
  importId: string
  settings: ImportSettings
}

/** Reads many rows of cells at a time. */
export type RowReader<D = unknown> = (ctx: Ctx, rows: readonly (readonly string[])[]) => Promise<ReadRow<D>[]>

/** How records of a type are imported; given by the module that owns the type, or by this one for parties. */
export interface ImportTarget<D = unknown> {
  record: string
  /** Permission that a user needs beside `imports.run`. */
  permission: string
  /** Tables that grow by an import: their statistics are brought up to date on the way. */
  tables: readonly string[]
  matchBy: readonly MatchKey[]
  /** With the firm's own fields. */
  fields(ctx: Ctx): Promise<ImportField[]>
  /** Reads cells by the mapping; what it needs from the database it loads at once. */
  reader(ctx: Ctx, mapping: readonly ColumnMapping[], context: ImportContext): Promise<RowReader<D>>
  /** Stored records that the items may be the same as: those that share a key and are not told apart by others. */
  candidates(ctx: Ctx, items: readonly Pick<ReadItem, 'keys'>[]): Promise<Candidate[]>
  /** @throws AppError where the settings name groups, tags or users that do not exist */
  checkSettings(ctx: Ctx, settings: ImportSettings): Promise<void>
  /** Code of why the importing user may not make this record, or null. */
  problemOfNew(ctx: Ctx, data: D, settings: ImportSettings): string | null
  /**
   * Draws numbers and whatever else all lots draw from, and notes it in the items. It has a transaction of its own, so
   * that no lot waits for another's; what is drawn for a lot that is then not written stays unused.
   */
  draw?(ctx: Ctx, rows: readonly RowItem<D>[][]): Promise<void>
  /**
   * Writes rows in order, each a list of items, and the list values that they name and lists lack. Answers what
   * became of the items, in the same shape.
   */
  write(ctx: Ctx, rows: readonly RowItem<D>[][], context: ImportContext): Promise<WrittenItem[][]>
  /**
   * What taking the import back would leave: records that it made and that were worked on since stay whole, of others
   * the fields that were changed again.
   */
  stays?(ctx: Ctx, items: readonly WrittenItem[], since: string): Promise<UndoStay[]>
  /** Takes back what `write` did. */
  undo(ctx: Ctx, items: readonly WrittenItem[]): Promise<void>
}

/** Modules of other record types answer with theirs: one, or those of all types that the firm made itself. */
export const importTargetsHook = defineHook<void, ImportTarget | readonly ImportTarget[]>('imports.targets')

/** @throws AppError imports.unknownRecord (404) */
export async function importTarget(ctx: Ctx, record: string): Promise<ImportTarget> {
  const targets = await askHook(ctx, importTargetsHook, undefined)
  const target = targets.flat().find((candidate) => candidate.record === record)
  if (!target) throw new AppError('imports.unknownRecord', { status: 404 })
  return target
}

export const fieldLabel = (ctx: Ctx, { fa, en }: ImportField): string => (ctx.locale === 'fa' ? fa : en)

export const fieldView = (ctx: Ctx, field: ImportField): ImportFieldView => ({
  key: field.key,
  label: fieldLabel(ctx, field),
  many: field.many ?? false,
  side: field.side,
  type: field.type,
})
