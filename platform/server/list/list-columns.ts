import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { FieldType } from '../../contract/index.ts'
import { anyOf } from '../sql.ts'
import type { ListColumn } from './list-source.ts'

type Value = RawBuilder<unknown>
/** What differs from the usual of the type. */
type Unusual = Partial<ListColumn>

/**
 * The usual columns of a list, labelled `<prefix>.<field>`. Texts, numbers, amounts, days and people may be empty unless
 * said; instants, flags and words are not. What has an order can be sorted by.
 */
export function listColumns(prefix: string) {
  const label = (field: string) => `${prefix}.${field}`
  const of =
    (type: FieldType, usual: Unusual) =>
    (field: string, value: Value, unusual: Unusual = {}): ListColumn => ({
      type,
      label: label(field),
      sql: value,
      ...usual,
      ...unusual,
    })
  const ordered = { sortable: true, nullable: true }
  return {
    label,
    text: of('text', ordered),
    number: of('number', ordered),
    money: of('money', ordered),
    day: of('date', ordered),
    instant: of('instant', { sortable: true }),
    flag: of('boolean', {}),
    user: of('user', { nullable: true }),
    team: of('team', { nullable: true }),
    /** One of a few words, each the text `<words>.<value>`. */
    word: (field: string, value: Value, words: string, values: readonly string[]): ListColumn => ({
      type: 'enum',
      label: label(field),
      sql: value,
      options: Object.fromEntries(values.map((one) => [one, `${words}.${one}`])),
    }),
    /** A value of a list that the administrator keeps; `value` is its id. */
    listed: (field: string, value: Value, valueList: string): ListColumn => ({
      type: 'enum',
      label: label(field),
      sql: sql`${value}::text`,
      valueList,
      nullable: true,
    }),
    /** A party by its id. */
    party: (field: string, id: Value): ListColumn => ({
      type: 'party',
      label: label(field),
      // So that what has none is among those that are not of somebody.
      hasAny: (ids) => sql<SqlBool>`(${id} is not null and ${anyOf(id, ids)})`,
      hasNone: sql<SqlBool>`${id} is null`,
    }),
  }
}
