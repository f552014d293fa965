import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { CustomField } from '../../contract/index.ts'
import type { Ctx } from '../ctx.ts'
import { escapeLike } from '../list/filter-sql.ts'
import type { AnyQuery } from '../list/find-page.ts'
import type { ListColumn } from '../list/list-source.ts'
import { seenCustomFields } from './field-rules.ts'
import { type NamedTable, namedOrder, namedTables } from './named-order.ts'
import { isFoundByWords } from './search-words.ts'
import { customTypes, numberScale } from './types.ts'

const tableOf = {
  customTexts: 'custom_texts',
  customNumbers: 'custom_numbers',
  customDates: 'custom_dates',
  customInstants: 'custom_instants',
} as const

/** Records of which alone the search text holds a text, or null where they are too many or the search cannot tell. */
export type FindHolders = (text: string) => Promise<readonly string[] | null>

/**
 * The firm's own fields as columns of a list (`custom.<key>`), filtered and sorted through their side tables.
 * `id` is the record's id in the list's query; `find` is given where records are found by the words of their own
 * fields (`customSearchWords`). What the caller's role hides is left out, so that no filter tells it.
 */
export async function customColumns(
  ctx: Ctx,
  record: string,
  id: RawBuilder<unknown>,
  find?: FindHolders,
): Promise<Record<string, ListColumn>> {
  const fields = await seenCustomFields(ctx, record)
  const tables = await namedTables(ctx, fields)
  return Object.fromEntries(
    fields.map((field) => [
      `custom.${field.key}`,
      customTypes[field.type].side
        ? columnOf(ctx, field, { id, find, named: tables.get(field.type) })
        : shownOnly(ctx, field),
    ]),
  )
}

/** Long texts are read in the list's rows; no filter or order asks for them. */
const shownOnly = (ctx: Ctx, field: CustomField): ListColumn => ({
  type: customTypes[field.type].listType,
  label: labelOf(ctx, field),
  filterable: false,
})

const labelOf = ({ locale }: Ctx, { labelFa, labelEn }: CustomField): string =>
  locale === 'fa' ? labelFa : labelEn

interface Place {
  id: RawBuilder<unknown>
  find: FindHolders | undefined
  /** For fields that point to what has a name. */
  named: NamedTable | undefined
}

function columnOf(ctx: Ctx, field: CustomField, { id, find, named }: Place): ListColumn {
  const { side, listType } = customTypes[field.type]
  const table = sql.raw(tableOf[side as keyof typeof tableOf])
  const rows = sql`from ${table} c where c.tenant_id = ${ctx.tenantId} and c.field_id = ${field.id}::uuid and c.record_id = ${id}`
  const value =
    field.type === 'number' ? sql`c.value::numeric / ${sql.raw(String(numberScale))}` : sql`c.value`
  const type = sql.raw(side === 'customTexts' ? 'text' : castOfSide(side))
  return {
    type: listType,
    label: labelOf(ctx, field),
    sortable: isOrdered(field) || named !== undefined,
    nullable: true,
    // A scalar subquery: one row by the side table's primary key.
    sql: sql`(select ${value} ${rows} and c.ord = 0)`,
    ...(isOrdered(field) ? { elsewhere: elsewhereOf(ctx, field, { table, id }) } : {}),
    ...(find && isFoundByWords(field) ? { holders: holdersOf(ctx, field, find) } : {}),
    ...(named ? { order: namedOrder(ctx, { fieldId: field.id, id, named }) } : {}),
    // Each of several choices is a group.
    ...(field.type === 'manyOf' ? { keys: sql`select c.value ${rows}` } : {}),
    hasNone: sql<SqlBool>`not exists (select ${rows})`,
    ...(side === 'customTexts'
      ? {
          hasAny: (values: string[]) =>
            sql<SqlBool>`exists (select ${rows} and c.value collate "fa-x-icu" = any(${sql.val(values)}::${type}[]))`,
          contains: (text: string) =>
            sql<SqlBool>`exists (select ${rows} and lower(c.value) like ${`%${escapeLike(text.toLowerCase())}%`})`,
        }
      : {}),
    ...optionsOf(ctx, field),
  }
}

function optionsOf({ locale }: Ctx, { type, options }: CustomField): Pick<ListColumn, 'options'> {
  if (type === 'boolean') return { options: { true: 'customFields.yes', false: 'customFields.no' } }
  if (options.length === 0) return {}
  return {
    options: Object.fromEntries(
      options.map(({ value, labelFa, labelEn }) => [value, locale === 'fa' ? labelFa : labelEn]),
    ),
  }
}

/** Words of a field that was archived for a time are missing from the records written meanwhile. */
const holdersOf =
  (ctx: Ctx, { id }: CustomField, find: FindHolders): FindHolders =>
  async (text) => {
    const { reopenedAt } = await ctx.db
      .selectFrom('customFields')
      .select('reopenedAt')
      .where('tenantId', '=', ctx.tenantId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return reopenedAt === null ? find(text) : null
  }

/** Ids of others and sets of options have no order of their own. */
const isOrdered = ({ type }: CustomField): boolean =>
  !['manyOf', 'party', 'user', 'team', 'file'].includes(type)

/** The side table beside the list's rows, whose index has the values of the field in order. */
function elsewhereOf(
  ctx: Ctx,
  field: CustomField,
  { table, id }: { table: RawBuilder<unknown>; id: RawBuilder<unknown> },
): NonNullable<ListColumn['elsewhere']> {
  const ofField = sql<SqlBool>`own.tenant_id = ${ctx.tenantId} and own.field_id = ${field.id}::uuid and own.ord = 0`
  return {
    partial: true,
    ...(field.type === 'number' ? { unit: numberScale } : {}),
    // Texts are indexed in Persian order alone; the same index serves equality.
    sql: customTypes[field.type].side === 'customTexts' ? sql`own.value collate "fa-x-icu"` : sql`own.value`,
    join: <O>(rows: AnyQuery<O>) =>
      rows.innerJoin(sql<object>`${table}`.as('own'), (join) =>
        join.on(sql<SqlBool>`own.record_id = ${id} and ${ofField}`),
      ) as AnyQuery<O>,
    among: (condition) =>
      sql<SqlBool>`${id} in (select own.record_id from ${table} own where ${ofField} and ${condition})`,
    of: (recordId, value) =>
      sql`(select ${value} from ${table} own where ${ofField} and own.record_id = ${recordId})`,
  }
}

const castOfSide = (side: string | null) =>
  side === 'customDates' ? 'date' : side === 'customInstants' ? 'timestamptz' : 'bigint'
