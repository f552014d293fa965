import type { Selectable } from 'kysely'
import type { z } from 'zod'
import type { Selection, UndoStay } from '../../contract/index.ts'
import type { Ctx } from '../ctx.ts'
import type { AnyQuery } from '../list/find-page.ts'
import type { ListSource } from '../list/list-source.ts'
import type { Tables } from '../tables.ts'

/** Tables of records, each of which has an id. */
export type RecordTable = { [T in keyof Tables]: Tables[T] extends { id: string } ? T : never }[keyof Tables]
export type RowOf<T extends RecordTable> = Selectable<Tables[T]> & { id: string }

/** What every change of many is asked with. */
export type BulkInput = { selection: Selection; action: unknown }

/** A record as it is now, and what the change kept of it. */
export interface KeptRow<R, K> {
  row: R
  kept: K
}

/** What a change did to some of the chosen records. */
export interface Changed<K> {
  /** How many are as the change wants them now, those included that were so before. */
  done: number
  /** What was, of those that it changed: just these can be taken back. */
  kept: readonly (K & { id: string })[]
  /** Those that could not be changed, where there is more to say than that they were not. */
  failures?: readonly { id: string; name: string; code: string }[]
}

/**
 * What becomes of a record when a change is taken back: it goes back, there is nothing (more) to take back, or it stays
 * for a reason; of what was changed again in part, the rest may go back all the same.
 */
export type Verdict =
  | 'goesBack'
  | 'nothingLeft'
  | UndoStay['reason']
  | { changed: string[]; goesBack: boolean }

/**
 * What a module says of its changes of many records; all the rest (steps, progress, stopping, resuming, preview, undo)
 * is the same for all. `W`, the work, is what the functions need to know of the input.
 */
export interface BulkFacts<
  I extends z.ZodType<BulkInput>,
  W,
  T extends RecordTable,
  K extends z.ZodType<object>,
> {
  /** `parties.bulk`: name of the job and kind of the operation; those of the undo end with `.undo`. */
  kind: string
  input: I
  /** The changed records' type and table. */
  record: T
  nameOf(row: RowOf<T>): string
  /** Where is kept what they were: the table, its column of the record's id, and what the other columns hold. */
  keeps: { table: keyof Tables; id: string; as: K }
  /** Reads the input. @throws AppError where the caller may do or undo nothing of the kind */
  open(ctx: Ctx, input: z.output<I>): Promise<W>
  /** What the records are chosen from: the list, and its rows (all columns, no joins) that the caller sees. */
  among(ctx: Ctx, work: W): Promise<{ source: ListSource; rows: AnyQuery<unknown> }>
  /** Changes those of the locked rows that the caller may change, by few statements. */
  change(ctx: Ctx, work: W, rows: readonly RowOf<T>[]): Promise<Changed<z.output<K>>>
  /** Asks what is needed about the rows and answers how each of them is judged now. */
  judge(
    ctx: Ctx,
    work: W,
    rows: readonly KeptRow<RowOf<T>, z.output<K>>[],
  ): Promise<(one: KeptRow<RowOf<T>, z.output<K>>) => Verdict>
  /** Gives locked rows back what they were, by few statements. */
  putBack(ctx: Ctx, work: W, rows: readonly KeptRow<RowOf<T>, z.output<K>>[]): Promise<void>
  /** What was done, in the caller's language; also for who may do nothing of the kind any more. */
  describe(ctx: Ctx, input: z.output<I>): Promise<string>
  /** What the fields of verdicts are called. */
  fieldLabels?(ctx: Ctx, fields: readonly string[]): Promise<string[]>
}
