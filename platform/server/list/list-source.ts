import type { RawBuilder, SqlBool } from 'kysely'
import type { ListField } from '../../contract/index.ts'
import type { Ctx } from '../ctx.ts'
import type { AnyQuery } from './find-page.ts'

/** How lists read one field. A field without `sql` can be filtered only in the ways given. */
export interface ListColumn extends ListField {
  /** The value, as SQL over the list's query. */
  sql?: RawBuilder<unknown>
  /** Where the value stands in a row of another table: lists filter and sort there, by its indexes. */
  elsewhere?: ValueElsewhere
  /** May be null: sorts then put empty values last, in both directions. */
  nullable?: boolean
  /** Rows that have any of the values: for fields of many values (tags, groups, phones). */
  hasAny?: (values: string[]) => RawBuilder<SqlBool>
  /** Rows that have none at all. */
  hasNone?: RawBuilder<SqlBool>
  /** Rows whose text contains the words; by default a plain `like` over `sql`. */
  contains?: (text: string) => RawBuilder<SqlBool>
}

interface ValueElsewhere {
  /** The value in the other table. */
  sql: RawBuilder<unknown>
  /** The list's rows with that table; every record has its row there. */
  join: <O>(rows: AnyQuery<O>) => AnyQuery<O>
  /** Whether the record is among those of which the condition holds there. */
  among: (condition: RawBuilder<SqlBool>) => RawBuilder<SqlBool>
}

/** A record type as lists, exports and bulk actions read it. */
export interface ListSource {
  columns: Record<string, ListColumn>
  /** The record's id, last key of every order. */
  id: RawBuilder<unknown>
  /** Fields in order, `-` before a descending one. */
  defaultSort: string
  /** Rows that the search box finds. */
  search?: (ctx: Ctx, text: string) => RawBuilder<SqlBool>
}

/** A source's fields as the screens' filter builder and column chooser know them. */
export function listFields({ columns }: ListSource): Record<string, ListField> {
  return Object.fromEntries(
    Object.entries(columns).map(([key, { type, label, sortable, filterable, options, valueList }]) => [
      key,
      {
        type,
        label,
        sortable: sortable ?? false,
        filterable: filterable ?? true,
        ...(options ? { options } : {}),
        ...(valueList ? { valueList } : {}),
      },
    ]),
  )
}
