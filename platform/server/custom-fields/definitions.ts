import { LRUCache } from 'lru-cache'
import type { z } from 'zod'
import { CustomField, CustomFieldInput } from '../../contract/index.ts'
import { changesBetween } from '../audit.ts'
import type { Ctx } from '../ctx.ts'
import { AppError, badField, notFound, requireVersion } from '../errors.ts'
import { newId } from '../ids.ts'
import { json } from '../sql.ts'
import { conditionFields } from './condition-fields.ts'
import { checkDefinition, refuseDependents } from './definition-rules.ts'
import { beginUnique, endUnique } from './uniques.ts'

// Definitions are read on every write of a record; other processes see a change within this time.
const cache = new LRUCache<string, CustomField[]>({ max: 500, ttl: 15_000 })
const cacheKey = (tenantId: number, record: string) => `${tenantId}:${record}`

/** The firm's own fields of a record type in order, without archived ones. */
export async function customFieldsOf(ctx: Ctx, record: string): Promise<CustomField[]> {
  const key = cacheKey(ctx.tenantId, record)
  const cached = cache.get(key)
  if (cached) return cached
  const fields = (await allCustomFields(ctx, record)).filter((field) => field.archivedAt === null)
  cache.set(key, fields)
  return fields
}

/** After a change of definitions that went past the functions here. */
export function forgetCustomFields(ctx: Ctx, record: string): void {
  cache.delete(cacheKey(ctx.tenantId, record))
}

/** With archived ones, for the administrator. */
export async function allCustomFields(ctx: Ctx, record?: string): Promise<CustomField[]> {
  const rows = await ctx.db
    .selectFrom('customFields')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .$if(record !== undefined, (qb) => qb.where('record', '=', record as string))
    .orderBy('record')
    .orderBy('position')
    .orderBy('key')
    .execute()
  return rows.map((row) => CustomField.parse(row))
}

/**
 * Adds a field to a record type.
 * @throws AppError customFields.keyTaken (409); badInput at the part of the definition that does not fit
 */
export async function createCustomField(
  ctx: Ctx,
  input: z.input<typeof CustomFieldInput>,
): Promise<CustomField> {
  const given = CustomFieldInput.parse(input)
  if (!isExtensible(ctx, given.record)) throw badField('record', 'option')
  const field = checkDefinition(
    given,
    await presentFields(ctx, given.record),
    await conditionFields(ctx, given.record),
  )
  await requireSection(ctx, field)
  const id = newId()
  const created = await ctx.db
    .insertInto('customFields')
    .values({ ...field, ...jsonParts(field), tenantId: ctx.tenantId, id, archivedAt: null })
    .onConflict((oc) => oc.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!created) {
    throw new AppError('customFields.keyTaken', {
      status: 409,
      fields: [{ path: 'key', code: 'customFields.keyTaken' }],
    })
  }
  forgetCustomFields(ctx, field.record)
  ctx.audit({ action: 'create', record: 'customFields', recordId: id, label: field.labelFa })
  return CustomField.parse(created)
}

type CustomFieldUpdate = Partial<Omit<CustomFieldInput, 'record' | 'key' | 'type'>> & {
  archived?: boolean | undefined
  version: number
}

/**
 * Everything but the record type, key and type may change; values stay when a field is archived.
 * @throws AppError notFound, versionConflict (409); customFields.usedByCondition, customFields.valuesRepeat (409);
 * badInput at the part of the definition that does not fit
 */
export async function updateCustomField(
  ctx: Ctx,
  id: string,
  { archived, version, ...change }: CustomFieldUpdate,
): Promise<CustomField> {
  // A full lock waits for writers of the field's values, whose side rows hold its key.
  const row = await ctx.db
    .selectFrom('customFields')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  const before = CustomField.parse(row)
  requireVersion(row, version, before)
  const archivedAt = archived === undefined ? before.archivedAt : archived ? ctx.now().toISOString() : null
  const others = (await presentFields(ctx, before.record)).filter((field) => field.id !== id)
  if (archived) refuseDependents(ctx.locale, before, others)
  for (const { value } of removedOptions(before, change)) refuseDependents(ctx.locale, before, others, value)
  const after = archivedAt
    ? { ...before, ...change }
    : checkDefinition({ ...before, ...change }, others, await conditionFields(ctx, before.record))
  await requireSection(ctx, after)
  const wasHeld = before.unique && before.archivedAt === null
  const isHeld = after.unique && archivedAt === null
  if (isHeld && !wasHeld) await beginUnique(ctx, before)
  if (wasHeld && !isHeld) await endUnique(ctx, id)
  const changed = { ...after, archivedAt, version: before.version + 1 }
  await ctx.db
    .updateTable('customFields')
    .set({
      ...changed,
      ...jsonParts(after),
      ...(archived === false && before.archivedAt ? { reopenedAt: ctx.now().toISOString() } : {}),
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  forgetCustomFields(ctx, before.record)
  const { version: _before, ...old } = before
  const { version: _after, ...now } = changed
  ctx.audit({
    action: 'update',
    record: 'customFields',
    recordId: id,
    label: after.labelFa,
    changes: changesBetween<Record<string, unknown>>(old, now),
  })
  return changed
}

const removedOptions = ({ options }: CustomField, change: Pick<CustomFieldUpdate, 'options'>) =>
  change.options
    ? options.filter(({ value }) => !change.options?.some((option) => option.value === value))
    : []

const presentFields = async (ctx: Ctx, record: string): Promise<CustomField[]> =>
  (await allCustomFields(ctx, record)).filter(({ archivedAt }) => archivedAt === null)

async function requireSection(
  ctx: Ctx,
  { sectionId, record }: Pick<CustomField, 'sectionId' | 'record'>,
): Promise<void> {
  if (sectionId === null) return
  const section = await ctx.db
    .selectFrom('customSections')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', sectionId)
    .where('record', '=', record)
    .executeTakeFirst()
  if (!section) throw badField('sectionId', 'option')
}

const jsonParts = ({ options, appliesTo, requiredFor, showWhen, defaultValue }: CustomFieldInput) => ({
  options: json(options),
  appliesTo: json(appliesTo),
  requiredFor: json(requiredFor),
  showWhen: showWhen && json(showWhen),
  defaultValue: defaultValue === null ? null : json(defaultValue),
})

/** Whether records of the type carry own fields: `parties`, or one of a family that the firm makes, `records:contracts`. */
export const isExtensible = ({ registry }: Pick<Ctx, 'registry'>, record: string): boolean =>
  registry.modules
    .flatMap(({ extensible = [] }) => extensible)
    .some((type) => (type.endsWith(':') ? record.startsWith(type) : record === type))
