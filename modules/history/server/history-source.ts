import { type Ctx, isHiddenCustom } from '@peyvand/platform/server'

/** Names of records by id. */
export type NamesOf = (ctx: Ctx, ids: string[]) => Promise<ReadonlyMap<string, { name: string }>>

/** What the history of a record type is read from; its module gives one. */
export interface HistorySource {
  /** The type's word in the audit log. */
  record: string
  /** The type whose own fields the records have, where that is another word: `records:contracts`. */
  ownFields?: string
  /** Whether the caller may change the record. @throws AppError notFound (404) when they may not see it */
  require(ctx: Ctx, id: string): Promise<{ mayChange: boolean }>
  /** The fields as they are now, by the names and in the forms that the log has. */
  present(ctx: Ctx, id: string): Promise<{ fields: Record<string, unknown>; deleted: boolean }>
  /** Fields that hold ids, and where their names come from. */
  names: Readonly<Record<string, NamesOf>>
  /** Names of parties, for the firm's own fields that hold one. */
  partyNames?: NamesOf
  /** Whether the caller's role keeps the field's values from them. */
  isWithheld(ctx: Ctx, field: string): boolean
  /** Whether a save may give the field this value again. */
  isRestorable(ctx: Ctx, field: string, value: unknown): boolean
  /** Brings how the log told a change in earlier times to how it tells it now. */
  read?(changes: Changes): Changes
}

/** Whether the caller's role keeps the values of a field from them, the firm's own fields included. */
export const isKeptFrom = (ctx: Ctx, source: HistorySource, field: string): boolean =>
  source.isWithheld(ctx, field) || isHiddenCustom(ctx, source.ownFields ?? source.record, field)

export type Changes = Record<string, { from?: unknown; to?: unknown }>
