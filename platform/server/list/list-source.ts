import type { RawBuilder, SqlBool } from 'kysely'
import type { Aggregate, ListField } from '../../contract/index.ts'
import type { Ctx } from '../ctx.ts'
import type { AnyQuery } from './find-page.ts'

/** How lists read one field. A field without `sql` can be filtered only in the ways given. */
export interface ListColumn extends ListField {
  /** The value, as SQL over the list's query. */
  sql?: RawBuilder<unknown>
  /** Where the value stands in a row of another table: lists filter and sort there, by its indexes. */
  elsewhere?: ValueElsewhere
  /** `sql` has whole numbers, this many to one. */
  unit?: number
  /** May be null: sorts then put empty values last, in both directions. */
  nullable?: boolean
  /** What an order by the field reads in its place: the name of what the value points to. */
  order?: Pick<ListColumn, 'sql' | 'elsewhere' | 'hasNone'>
  /** Rows that have any of the values: for fields of many values (tags, groups, phones). */
  hasAny?: (values: string[]) => RawBuilder<SqlBool>
  /** Rows that have none at all. */
  hasNone?: RawBuilder<SqlBool>
  /** A subquery of the row's values, for grouping by a field that `sql` does not tell. */
  keys?: RawBuilder<unknown>
  /** Rows whose text contains the words; by default a plain `like` over `sql`. */
  contains?: (text: string) => RawBuilder<SqlBool>
  /** Records outside of which none has a text in the field, or null where those are too many or nobody knows. */
  holders?: (text: string) => Promise<readonly string[] | null>
}

export interface ValueElsewhere {
  /** Records may have no row there, which `hasNone` tells; an order ends with them. */
  partial?: true
  /** `sql` has whole numbers, this many to one. */
  unit?: number
  /** The value in the other table. */
  sql: RawBuilder<unknown>
  /** The list's rows with that table. */
  join: <O>(rows: AnyQuery<O>) => AnyQuery<O>
  /** Whether the record is among those of which the condition holds there; the planner may begin at these. */
  among: (condition: RawBuilder<SqlBool>) => RawBuilder<SqlBool>
  /** What an expression over the other table's row gives for the record with this id, null where there is no row. */
  of: (id: RawBuilder<unknown>, value: RawBuilder<unknown>) => RawBuilder<unknown>
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
  /** Records related to these that filters can ask for, by name. */
  relations?: Record<string, ListRelation>
}

/** Records of another type that belong to a record of a list. */
export interface ListRelation {
  /** Text key: «فعالیت‌ها». */
  label: string
  /** Their own list. */
  source: ListSource
  /** Those the caller may see. */
  rows: AnyQuery<unknown>
  /** The id of the asking list's record that one of them belongs to; never null. */
  of: RawBuilder<unknown>
  /**
   * All of them, whoever may see them, from an index that has them together by record: who has not enough of these has
   * not enough of those that are seen.
   */
  all?: { rows: AnyQuery<unknown>; of: RawBuilder<unknown> }
}

/** A source's fields as the screens' filter builder and column chooser know them. */
export function listFields({ columns }: ListSource): Record<string, ListField> {
  return Object.fromEntries(
    Object.entries(columns).map(([key, column]) => [
      key,
      {
        type: column.type,
        label: column.label,
        sortable: column.sortable ?? false,
        filterable: column.filterable ?? true,
        groupable: isGroupable(column),
        aggregates: aggregatesOf(column),
        ...(column.options ? { options: column.options } : {}),
        ...(column.valueList ? { valueList: column.valueList } : {}),
      },
    ]),
  )
}

const groupedTypes = new Set<ListField['type']>([
  'boolean',
  'date',
  'enum',
  'instant',
  'party',
  'team',
  'user',
])

/** Lists are grouped by what has few values; a field that may not be filtered is not told by groups either. */
export const isGroupable = ({ type, sql, keys, filterable }: ListColumn): boolean =>
  filterable !== false && (keys !== undefined || (sql !== undefined && groupedTypes.has(type)))

/** What can be told of a column's values. */
export function aggregatesOf({ type, sql, hasNone, filterable }: ListColumn): readonly Aggregate[] {
  if (filterable === false) return []
  if (!sql) return hasNone ? ['filled', 'empty'] : []
  switch (type) {
    case 'number':
    case 'money':
      return ['sum', 'avg', 'min', 'max', 'filled', 'empty']
    case 'date':
    case 'instant':
      return ['min', 'max', 'filled', 'empty']
    default:
      return ['filled', 'empty', 'unique']
  }
}
