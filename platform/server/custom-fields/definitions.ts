import { LRUCache } from 'lru-cache'
import {
  type CustomField,
  type CustomFieldInput,
  CustomField as CustomFieldSchema,
} from '../../contract/index.ts'
import type { Ctx } from '../ctx.ts'
import { AppError, badField, notFound, requireVersion } from '../errors.ts'
import { newId } from '../ids.ts'
import { json } from '../sql.ts'

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
  return rows.map((row) => CustomFieldSchema.parse(row))
}

/** @throws AppError customFields.unknownRecord (400), customFields.keyTaken (409) */
export async function createCustomField(ctx: Ctx, input: CustomFieldInput): Promise<CustomField> {
  const extensible = ctx.registry.modules.flatMap((m) => m.extensible ?? [])
  if (!extensible.includes(input.record)) {
    throw new AppError('badInput', { status: 400, fields: [{ path: 'record', code: 'option' }] })
  }
  requireOptions(input.type, input.options)
  const id = newId()
  const created = await ctx.db
    .insertInto('customFields')
    .values({
      ...input,
      tenantId: ctx.tenantId,
      id,
      options: json(input.options),
      appliesTo: json(input.appliesTo),
      archivedAt: null,
    })
    .onConflict((oc) => oc.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!created) {
    throw new AppError('customFields.keyTaken', {
      status: 409,
      fields: [{ path: 'key', code: 'customFields.keyTaken' }],
    })
  }
  cache.delete(cacheKey(ctx.tenantId, input.record))
  ctx.audit({ action: 'create', record: 'customFields', recordId: id, label: input.labelFa })
  return CustomFieldSchema.parse(created)
}

/** Everything but the record type, key and type may change; values stay when a field is archived. */
export async function updateCustomField(
  ctx: Ctx,
  id: string,
  change: Partial<Omit<CustomFieldInput, 'record' | 'key' | 'type'>> & {
    archived?: boolean | undefined
    version: number
  },
): Promise<CustomField> {
  const before = await ctx.db
    .selectFrom('customFields')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!before) throw notFound()
  requireVersion(before, change.version, CustomFieldSchema.parse(before))
  if (change.options) requireOptions(CustomFieldSchema.parse(before).type, change.options)
  const { archived, options, appliesTo, version: _, ...plain } = change
  const after = await ctx.db
    .updateTable('customFields')
    .set({
      ...plain,
      ...(options ? { options: json(options) } : {}),
      ...(appliesTo ? { appliesTo: json(appliesTo) } : {}),
      ...(archived === undefined ? {} : { archivedAt: archived ? ctx.now().toISOString() : null }),
      version: before.version + 1,
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  cache.delete(cacheKey(ctx.tenantId, before.record))
  ctx.audit({ action: 'update', record: 'customFields', recordId: id, label: after.labelFa })
  return CustomFieldSchema.parse(after)
}

/** A choice needs something to choose from. */
function requireOptions(type: CustomField['type'], options: CustomField['options']): void {
  if ((type === 'oneOf' || type === 'manyOf') && options.length === 0) throw badField('options', 'required')
}
