import { defineSeries, seriesByKeys } from '@peyvand/customization/server'
import { introducePermissions } from '@peyvand/identity/server'
import {
  AppError,
  badField,
  type Ctx,
  changesBetween,
  customFieldRule,
  customFieldsOf,
  json,
  may,
  newId,
  notFound,
  requireVersion,
  type Tables,
} from '@peyvand/platform/server'
import { type Selectable, sql } from 'kysely'
import {
  kindPermissions,
  type RecordKind,
  type RecordKindChange,
  type RecordKindInput,
  recordPermission,
  recordTypeOf,
  titleFieldTypes,
} from '../contract/index.ts'
import { requireStatesUnasked, requireStatesUnused } from './kind-states.ts'
import { seriesOf } from './record-number.ts'
import { retitleJob } from './retitle-job.ts'
import { tokensOf } from './title-pattern.ts'
import './tables.ts'

export type KindRow = Selectable<Tables['recordKinds']>

/** Kinds in use, in the order of the menu. */
export function kindsInUse(ctx: Ctx): Promise<KindRow[]> {
  return kindRows(ctx).where('archivedAt', 'is', null).execute()
}

/** All kinds: roles keep what they grant on archived ones. */
export const allKinds = (ctx: Ctx): Promise<KindRow[]> => kindRows(ctx).execute()

/** Kinds in use whose records the caller may see. */
export async function readableKinds(ctx: Ctx): Promise<KindRow[]> {
  return (await kindsInUse(ctx)).filter(({ key }) => may(ctx.actor, recordPermission(key, 'read')))
}

/** @throws AppError records.kindNotFound (404), also for an archived one */
export async function requireKind(ctx: Ctx, key: string): Promise<KindRow> {
  const row = await kindRows(ctx).where('key', '=', key).where('archivedAt', 'is', null).executeTakeFirst()
  if (!row) throw notFound('records.kindNotFound')
  return row
}

/** The kind of a key, an archived one too. */
export const kindOfKey = (ctx: Ctx, key: string): Promise<KindRow | undefined> =>
  kindRows(ctx).where('key', '=', key).executeTakeFirst()

/** What the caller may see; who manages kinds sees all, archived ones too. */
export async function listRecordKinds(ctx: Ctx): Promise<RecordKind[]> {
  const rows = may(ctx.actor, 'records.manageKinds') ? await allKinds(ctx) : await readableKinds(ctx)
  return kindViews(ctx, rows)
}

/** @throws AppError records.keyTaken (409); badInput (400) at `titlePattern` */
export async function createRecordKind(ctx: Ctx, input: RecordKindInput): Promise<RecordKind> {
  const { numberPattern, states, ...columns } = input
  await requireTitleTokens(ctx, input)
  const id = newId()
  const created = await ctx.db
    .insertInto('recordKinds')
    .values({
      ...columns,
      tenantId: ctx.tenantId,
      id,
      states: json(states),
      position: sql`(select coalesce(max(position), 0) + 1 from record_kinds where tenant_id = ${ctx.tenantId})`,
      createdAt: ctx.now().toISOString(),
      archivedAt: null,
    })
    .onConflict((oc) => oc.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!created)
    throw new AppError('records.keyTaken', {
      status: 409,
      fields: [{ path: 'key', code: 'records.keyTaken' }],
    })
  await defineSeries(ctx, {
    key: seriesOf(input.key),
    labelFa: `شمارهٔ ${input.nameFa}`,
    labelEn: `${input.nameEn} number`,
    pattern: numberPattern,
    perYear: numberPattern.includes('{y}'),
  })
  await introducePermissions(ctx, [permissionsOf(created)])
  ctx.audit({
    action: 'create',
    record: 'recordKinds',
    recordId: id,
    label: input.pluralFa,
    changes: changesBetween<Record<string, unknown>>({}, input),
  })
  return viewOf(ctx, created)
}

/** @throws AppError records.kindNotFound, versionConflict, records.stateInUse, customFields.usedByCondition (409); badInput at `titlePattern` */
export async function updateRecordKind(ctx: Ctx, id: string, change: RecordKindChange): Promise<RecordKind> {
  const before = await kindRows(ctx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!before) throw notFound('records.kindNotFound')
  requireVersion(before, change.version, await viewOf(ctx, before))
  const { archived, states, version: _, ...given } = change
  const plain = definedOnly(given)
  await requireTitleTokens(ctx, { ...before, ...plain })
  if (states) {
    await requireStatesUnused(ctx, before, states)
    await requireStatesUnasked(ctx, before, states)
  }
  const after = await ctx.db
    .updateTable('recordKinds')
    .set({
      ...plain,
      ...(states ? { states: json(states) } : {}),
      ...(archived === undefined ? {} : { archivedAt: archived ? ctx.now().toISOString() : null }),
      version: before.version + 1,
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const changesTitles = after.titlePattern !== null && after.titlePattern !== before.titlePattern
  if (changesTitles) ctx.enqueue(retitleJob, { kindId: id }, { key: `records.retitle:${id}` })
  ctx.audit({
    action: 'update',
    record: 'recordKinds',
    recordId: id,
    label: after.pluralFa,
    changes: changesBetween<Record<string, unknown>>(before, after),
  })
  return viewOf(ctx, after)
}

/** Puts all kinds, archived ones too, in the order given. @throws AppError records.orderIncomplete (409) */
export async function orderRecordKinds(ctx: Ctx, ids: readonly string[]): Promise<RecordKind[]> {
  const known = new Set((await allKinds(ctx)).map(({ id }) => id))
  if (new Set(ids).size !== known.size || ids.some((id) => !known.has(id)))
    throw new AppError('records.orderIncomplete', { status: 409 })
  await sql`
    update record_kinds k set position = o.position
    from unnest(${sql.val([...ids])}::uuid[]) with ordinality o (id, position)
    where k.tenant_id = ${ctx.tenantId} and k.id = o.id`.execute(ctx.db)
  ctx.audit({ action: 'update', record: 'recordKinds', changes: { order: { to: ids } } })
  return kindViews(ctx, await allKinds(ctx))
}

/** How many records there are, those of the recycle bin too. @throws AppError records.kindNotFound */
export async function recordKindUsage(
  ctx: Ctx,
  id: string,
): Promise<{ records: number; states: Record<string, number> }> {
  const kind = await kindRows(ctx).where('id', '=', id).executeTakeFirst()
  if (!kind) throw notFound('records.kindNotFound')
  const rows = await ctx.db
    .selectFrom('records')
    .select(['state', sql<number>`count(*)::int`.as('count')])
    .where('tenantId', '=', ctx.tenantId)
    .where('kindId', '=', id)
    .groupBy('state')
    .execute()
  return {
    records: rows.reduce((sum, { count }) => sum + count, 0),
    states: Object.fromEntries(rows.flatMap(({ state, count }) => (state === null ? [] : [[state, count]]))),
  }
}

/** The rows of the roles' matrix that a kind brings. */
export const permissionsOf = ({ key, pluralFa, pluralEn }: KindRow) =>
  kindPermissions({ key, label: { fa: pluralFa, en: pluralEn } })

/** The kind's names in the caller's language. */
export const kindName = (ctx: Ctx, kind: KindRow): string => (ctx.locale === 'fa' ? kind.nameFa : kind.nameEn)
export const kindPlural = (ctx: Ctx, kind: KindRow): string =>
  ctx.locale === 'fa' ? kind.pluralFa : kind.pluralEn

const kindRows = (ctx: Ctx) =>
  ctx.db
    .selectFrom('recordKinds')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .orderBy('position')
    .orderBy('key')

/** A title is made of fields that have a short text. */
async function requireTitleTokens(
  ctx: Ctx,
  { key, titlePattern, party }: Pick<KindRow, 'key' | 'titlePattern' | 'party'>,
): Promise<void> {
  if (titlePattern === null) return
  const fields = await customFieldsOf(ctx, recordTypeOf(key))
  const known = new Set([
    'number',
    ...(party === 'none' ? [] : ['party']),
    ...fields.filter(({ type }) => titleFieldTypes.has(type)).map((field) => field.key),
  ])
  const unknown = tokensOf(titlePattern).find((token) => !known.has(token))
  if (unknown) throw badField('titlePattern', 'records.titleToken', { field: unknown })
}

async function viewOf(ctx: Ctx, row: KindRow): Promise<RecordKind> {
  const [view] = await kindViews(ctx, [row])
  return view as RecordKind
}

async function kindViews(ctx: Ctx, rows: readonly KindRow[]): Promise<RecordKind[]> {
  const series = await seriesByKeys(
    ctx,
    rows.map(({ key }) => seriesOf(key)),
  )
  const managed = may(ctx.actor, 'records.manageKinds')
  return rows.map((row) => ({
    ...row,
    titlePattern: managed ? row.titlePattern : knownPattern(ctx, row),
    nextNumber: series.get(seriesOf(row.key))?.preview ?? '',
    can: {
      read: may(ctx.actor, recordPermission(row.key, 'read')),
      create: may(ctx.actor, recordPermission(row.key, 'create')),
    },
  }))
}

/** A field that the reader may not see is not named to them. */
const knownPattern = (ctx: Ctx, { key, titlePattern }: KindRow): string | null =>
  titlePattern &&
  titlePattern.replace(/\{(\w+)\}/g, (token, field: string) =>
    customFieldRule(ctx, { record: recordTypeOf(key), key: field }) === 'hidden' ? '…' : token,
  )

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }
const definedOnly = <T extends object>(value: T): Partial<Defined<T>> =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Partial<Defined<T>>
