import { defineHook } from '@peyvand/platform/server'
import type { RawBuilder } from 'kysely'

/** A merge whose rows move. */
export interface References {
  mergeId: string
  survivorId: string
  mergedId: string
  /** Groups whose state is to be the merged record's, where both are members. */
  mergedStates?: readonly string[]
}

/** A column that holds ids of parties. Names are those of the database. */
export interface PartyReference {
  table: string
  column: string
  /** The columns that tell one party's rows apart: `['id']`. */
  key: readonly string[]
  /** Rows of both parties equal in these columns are one: the survivor's stays. Without, every row moves. */
  doubles?: readonly string[]
  /** Which rows of the table are meant: `{ target_type: 'party' }`. */
  where?: Record<string, string>
  /** A column with the party on the other side: a row between the two merged ones goes. */
  other?: string
  /** What the survivor's row of two that are one becomes: column → value made of `kept` and `gone`. */
  combine?: Record<string, RawBuilder<unknown>>
  /** What changes in a row that moves: column → value; name these columns in `restores` too. */
  moved?: Record<string, RawBuilder<unknown>>
  restores?: readonly string[]
}

/** Where a module keeps ids of parties, so that a merge moves them and its undo brings back exactly those. */
export const partyReferences = defineHook<References, readonly PartyReference[]>('parties.references')
