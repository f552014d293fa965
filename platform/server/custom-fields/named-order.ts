import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { CustomField, CustomFieldType } from '../../contract/index.ts'
import type { Ctx } from '../ctx.ts'
import { askHook, defineHook } from '../hooks.ts'
import type { AnyQuery } from '../list/find-page.ts'
import type { ListColumn } from '../list/list-source.ts'

/** A table of what fields of a type point to: with `tenant_id`, `id` and a name. */
export interface NamedTable {
  type: CustomFieldType
  table: string
  /** The column of the name. */
  name: string
}

/** Asked when lists are read: the tables of what users, teams and parties in own fields are called. */
export const namedTablesHook = defineHook<void, readonly NamedTable[]>('platform.namedTables')

/** Tables of names by the type of fields that point there. */
export async function namedTables(
  ctx: Ctx,
  fields: readonly CustomField[],
): Promise<Map<CustomFieldType, NamedTable>> {
  if (!fields.some(({ type }) => pointing.includes(type))) return new Map()
  const tables = (await askHook(ctx, namedTablesHook, undefined)).flat()
  return new Map(tables.map((table) => [table.type, table]))
}

const pointing: readonly CustomFieldType[] = ['party', 'user', 'team']

interface Pointing {
  fieldId: string
  /** The record's id in the list's query. */
  id: RawBuilder<unknown>
  named: NamedTable
}

/** An order by the names of what a field points to; what points to nothing any more stands last, with the empty ones. */
export function namedOrder(ctx: Ctx, { fieldId, id, named }: Pointing): NonNullable<ListColumn['order']> {
  const table = sql.table(named.table)
  const name = sql`named.${sql.id(named.name)} collate "fa-x-icu"`
  const ofField = sql<SqlBool>`own.tenant_id = ${ctx.tenantId} and own.field_id = ${fieldId}::uuid and own.ord = 0`
  // The index of texts is in Persian order, so that few names begin at their own rows of it.
  const isNamed = sql<SqlBool>`named.tenant_id = ${ctx.tenantId} and own.value collate "fa-x-icu" = named.id::text`
  const from = sql`from custom_texts own join ${table} named on ${isNamed} where ${ofField}`
  const of = (recordId: RawBuilder<unknown>, value: RawBuilder<unknown>) =>
    sql`(select ${value} ${from} and own.record_id = ${recordId})`
  return {
    sql: of(id, name),
    hasNone: sql<SqlBool>`not exists (select ${from} and own.record_id = ${id})`,
    elsewhere: {
      partial: true,
      sql: name,
      join: <O>(rows: AnyQuery<O>) =>
        rows
          .innerJoin(sql<object>`custom_texts`.as('own'), (join) =>
            join.on(sql<SqlBool>`own.record_id = ${id} and ${ofField}`),
          )
          .innerJoin(sql<object>`${table}`.as('named'), (join) => join.on(isNamed)) as AnyQuery<O>,
      among: (condition) => sql<SqlBool>`${id} in (select own.record_id ${from} and ${condition})`,
      of,
    },
  }
}
