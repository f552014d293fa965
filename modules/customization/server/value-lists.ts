import type { ListValue, ListValueChange, ListValueInput, ValueList } from '@peyvand/customization/contract'
import type { Tables } from '@peyvand/platform/server'
import {
  AppError,
  askHook,
  type Ctx,
  changesBetween,
  defineHook,
  newId,
  notFound,
  requireVersion,
} from '@peyvand/platform/server'
import { type RawBuilder, type Selectable, sql } from 'kysely'
import { labelMatch } from './label-match.ts'
import { requireValueList, type ValueListDefinition, valueListDefinitions } from './value-list-definitions.ts'

type ValueRow = Selectable<Tables['listValues']>

/** Modules move their records from one value of a list to another, in the transaction of the merge. */
export const listValueMerged = defineHook<{ list: string; from: string; into: string }, void>(
  'customization.listValueMerged',
)

/** All lists with their values in order, archived ones included, merged ones not. */
export async function valueLists(ctx: Ctx): Promise<ValueList[]> {
  const definitions = await valueListDefinitions(ctx)
  const rows = await ctx.db
    .selectFrom('listValues')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('mergedInto', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return definitions.map(({ key, fa, en }) => ({
    key,
    labelFa: fa,
    labelEn: en,
    values: rows.filter((row) => row.list === key),
  }))
}

/** @throws AppError customization.unknownList (404), customization.labelTaken (409) */
export async function createListValue(ctx: Ctx, list: string, input: ListValueInput): Promise<ListValue> {
  await requireValueList(ctx, list)
  const id = newId()
  const created = await insertValue(ctx, { id, list, ...input, labelEn: input.labelEn ?? input.labelFa })
  if (!created) throw labelTaken()
  ctx.audit({ action: 'create', record: 'listValues', recordId: id, label: created.labelFa })
  return created
}

/** @throws AppError customization.labelTaken, customization.valueMerged (409) */
export async function updateListValue(ctx: Ctx, id: string, change: ListValueChange): Promise<ListValue> {
  const before = await loadValue(ctx, id)
  if (before.mergedInto) throw new AppError('customization.valueMerged', { status: 409 })
  requireVersion(before, change.version, before)
  const { labelFa = before.labelFa, labelEn = before.labelEn, color = before.color } = change
  if (labelMatch(labelFa) !== before.matchFa && (await findValue(ctx, before.list, labelFa)))
    throw labelTaken()
  const archivedAt =
    change.archived === undefined
      ? before.archivedAt
      : change.archived
        ? (before.archivedAt ?? ctx.now().toISOString())
        : null
  const after = { labelFa, labelEn, color, archivedAt }
  const row = await ctx.db
    .updateTable('listValues')
    .set({
      ...after,
      matchFa: labelMatch(labelFa),
      matchEn: labelMatch(labelEn),
      version: before.version + 1,
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  ctx.audit({
    action: 'update',
    record: 'listValues',
    recordId: id,
    label: before.labelFa,
    changes: changesBetween(before, after),
  })
  return row
}

/** @throws AppError customization.orderIncomplete (409) when a value was added or removed meanwhile */
export async function orderListValues(ctx: Ctx, list: string, ids: readonly string[]): Promise<ListValue[]> {
  await requireValueList(ctx, list)
  const rows = await ctx.db
    .selectFrom('listValues')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('list', '=', list)
    .where('mergedInto', 'is', null)
    .forUpdate()
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  if (new Set(ids).size !== rows.length || ids.some((id) => !byId.has(id))) {
    throw new AppError('customization.orderIncomplete', { status: 409 })
  }
  await sql`
    update list_values v set position = o.position
    from unnest(${sql.val([...ids])}::uuid[]) with ordinality o (id, position)
    where v.tenant_id = ${ctx.tenantId} and v.id = o.id`.execute(ctx.db)
  ctx.audit({ action: 'update', record: 'listValues', label: list, changes: { order: { to: ids } } })
  return ids.map((id, index) => ({ ...(byId.get(id) as ValueRow), position: index + 1 }))
}

/**
 * Moves every record of a value to another value of the list and archives it; the old label goes on to be
 * understood by imports. @throws AppError customization.cannotMerge (409)
 */
export async function mergeListValue(ctx: Ctx, id: string, into: string): Promise<ListValue> {
  const [from, target] = [await loadValue(ctx, id), await loadValue(ctx, into)]
  const mergeable =
    id !== into && from.list === target.list && !from.mergedInto && !target.mergedInto && !target.archivedAt
  if (!mergeable) throw new AppError('customization.cannotMerge', { status: 409 })
  await askHook(ctx, listValueMerged, { list: from.list, from: id, into })
  await ctx.db
    .updateTable('listValues')
    .set({ mergedInto: into, archivedAt: sql`coalesce(archived_at, now())`, version: sql`version + 1` })
    .where('tenantId', '=', ctx.tenantId)
    .where((eb) => eb.or([eb('id', '=', id), eb('mergedInto', '=', id)]))
    .execute()
  ctx.audit({
    action: 'merge',
    record: 'listValues',
    recordId: id,
    label: from.labelFa,
    changes: { mergedInto: { to: target.labelFa } },
  })
  return target
}

/** Values of a list by how people write them: match form (`labelMatch`) of either label → id of the living value. */
export async function valuesByLabel(ctx: Ctx, list: string): Promise<Map<string, string>> {
  const rows = await ctx.db
    .selectFrom('listValues')
    .select(['id', 'matchFa', 'matchEn', 'mergedInto'])
    .where('tenantId', '=', ctx.tenantId)
    .where('list', '=', list)
    .orderBy('archivedAt', (ob) => ob.desc().nullsLast())
    .execute()
  // Living values come last and win over archived ones of the same label.
  return new Map(
    rows.flatMap((row) => [row.matchEn, row.matchFa].map((match) => [match, row.mergedInto ?? row.id])),
  )
}

/** The id of a value of this label in either language; made when there is none. */
export async function ensureValue(ctx: Ctx, list: string, label: string): Promise<string> {
  const known = (await valuesByLabel(ctx, list)).get(labelMatch(label))
  if (known) return known
  await requireValueList(ctx, list)
  const id = newId()
  const created = await insertValue(ctx, {
    id,
    list,
    labelFa: label.trim(),
    labelEn: label.trim(),
    color: null,
  })
  if (created) {
    ctx.audit({ action: 'create', record: 'listValues', recordId: id, label: created.labelFa })
    return id
  }
  const found = await findValue(ctx, list, label)
  if (!found) throw labelTaken()
  return found.mergedInto ?? found.id
}

/** The id of a ready value by its key, or null where the firm lacks it; a merged one answers its successor. */
export async function readyValueId(ctx: Ctx, list: string, key: string): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('listValues')
    .select(['id', 'mergedInto'])
    .where('tenantId', '=', ctx.tenantId)
    .where('list', '=', list)
    .where('key', '=', key)
    .executeTakeFirst()
  return row ? (row.mergedInto ?? row.id) : null
}

/**
 * Refuses an id that is no value of the list; for inputs that name one at `path`.
 * An archived value is accepted only where the record carries it already (`present`).
 * @throws AppError badInput (400) with `option` at the path
 */
export async function requireValue(
  ctx: Ctx,
  list: string,
  { path, id, present = null }: { path: string; id: string | null | undefined; present?: string | null },
): Promise<void> {
  if (!id || id === present) return
  if (!(await isValueInUse(ctx, list, id)))
    throw new AppError('badInput', { status: 400, fields: [{ path, code: 'option' }] })
}

/** Whether an id is a value of the list that may be chosen: there, and not archived. */
export async function isValueInUse(ctx: Ctx, list: string, id: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('listValues')
    .select('archivedAt')
    .where('tenantId', '=', ctx.tenantId)
    .where('list', '=', list)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined && row.archivedAt === null
}

/** SQL of a value's label in the caller's language, over a column that holds its id. */
export function valueLabel(ctx: Ctx, column: RawBuilder<unknown>): RawBuilder<string | null> {
  const label = sql.ref(ctx.locale === 'fa' ? 'v.labelFa' : 'v.labelEn')
  return sql`(select ${label} from list_values v where v.tenant_id = ${ctx.tenantId} and v.id = ${column})`
}

/** Inserts a list's ready values where they are missing; safe to repeat, also for lists that came later. */
export async function seedValueList(ctx: Ctx, { key: list, values }: ValueListDefinition): Promise<void> {
  if (values.length === 0) return
  await ctx.db
    .insertInto('listValues')
    .values(
      values.map(({ key, fa, en, color }, index) => ({
        tenantId: ctx.tenantId,
        id: newId(),
        list,
        key,
        labelFa: fa,
        labelEn: en,
        matchFa: labelMatch(fa),
        matchEn: labelMatch(en),
        color: color ?? null,
        position: index + 1,
        archivedAt: null,
        mergedInto: null,
      })),
    )
    .onConflict((oc) => oc.doNothing())
    .execute()
}

async function insertValue(
  ctx: Ctx,
  { id, list, labelFa, labelEn, color }: Pick<ValueRow, 'id' | 'list' | 'labelFa' | 'labelEn' | 'color'>,
): Promise<ValueRow | undefined> {
  return ctx.db
    .insertInto('listValues')
    .values({
      tenantId: ctx.tenantId,
      id,
      list,
      key: id,
      labelFa,
      labelEn,
      matchFa: labelMatch(labelFa),
      matchEn: labelMatch(labelEn),
      color,
      position: sql`(select coalesce(max(position), 0) + 1 from list_values where tenant_id = ${ctx.tenantId} and list = ${list})`,
      archivedAt: null,
      mergedInto: null,
    })
    .onConflict((oc) => oc.doNothing())
    .returningAll()
    .executeTakeFirst()
}

async function loadValue(ctx: Ctx, id: string): Promise<ValueRow> {
  const row = await ctx.db
    .selectFrom('listValues')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

function findValue(ctx: Ctx, list: string, label: string): Promise<ValueRow | undefined> {
  return ctx.db
    .selectFrom('listValues')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('list', '=', list)
    .where('matchFa', '=', labelMatch(label))
    .executeTakeFirst()
}

const labelTaken = () =>
  new AppError('customization.labelTaken', {
    status: 409,
    fields: [{ path: 'labelFa', code: 'customization.labelTaken' }],
  })
