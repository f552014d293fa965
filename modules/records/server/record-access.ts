import { allows, type Ctx, may, notFound, type Tables, withinScope } from '@peyvand/platform/server'
import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import { type FirmRecord, type RecordAction, recordPermission } from '../contract/index.ts'
import { type KindRow, kindsInUse, readableKinds, requireKind } from './record-kinds.ts'
import './tables.ts'

export type StoredRecord = Selectable<Tables['records']>

/** Rows of `records as r` of a kind that the caller may see; in the bin those that they may take out of it. */
export function visibleRecords(ctx: Ctx, kind: KindRow, { deleted = false }: { deleted?: boolean } = {}) {
  return recordRows(ctx)
    .where('r.kindId', '=', kind.id)
    .where('r.deletedAt', deleted ? 'is not' : 'is', null)
    .where(reachedBy(ctx, kind, deleted ? 'delete' : 'read'))
}

/** Rows of `records as r` of all kinds that the caller may see. */
export async function visibleRecordsOfAll(ctx: Ctx) {
  const parts = (await readableKinds(ctx)).map(
    (kind) => sql<SqlBool>`(r.kind_id = ${kind.id}::uuid and ${reachedBy(ctx, kind, 'read')})`,
  )
  return recordRows(ctx)
    .where('r.deletedAt', 'is', null)
    .where(parts.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(parts, sql` or `)})`)
}

/**
 * Whether the caller sees the record of an id, as SQL without a query before it: of a kind in use, by the grants of
 * their roles. Null for who sees records of no kind.
 */
export function isVisibleRecord(ctx: Ctx, id: RawBuilder<unknown>): RawBuilder<SqlBool> | null {
  const { actor } = ctx
  const kinds = Object.keys(actor.grants).flatMap((grant) => /^records:([^.]+)\.read$/.exec(grant)?.[1] ?? [])
  if (!actor.everything && kinds.length === 0) return null
  const reached = kinds.map(
    (key) =>
      sql<SqlBool>`(k.key = ${key} and ${withinScope(actor, recordPermission(key, 'read'), ownership)})`,
  )
  return sql`exists (select from records r join record_kinds k on k.tenant_id = r.tenant_id and k.id = r.kind_id
    where r.tenant_id = ${ctx.tenantId} and r.id = ${id} and r.deleted_at is null and k.archived_at is null
      and ${actor.everything ? sql`true` : sql`(${sql.join(reached, sql` or `)})`})`
}

/** A kind that the caller has a permission on. @throws AppError records.kindNotFound (404) */
export async function requireReadableKind(ctx: Ctx, key: string): Promise<KindRow> {
  const kind = await requireKind(ctx, key)
  // A kind that is none of the caller's business is not there.
  if (!may(ctx.actor, recordPermission(key, 'read'))) throw notFound('records.kindNotFound')
  return kind
}

/** @throws AppError records.notFound (404), also for what the caller may not see */
export async function requireRecord(
  ctx: Ctx,
  kind: KindRow,
  id: string,
  { deleted = false, lock = false }: { deleted?: boolean; lock?: boolean } = {},
): Promise<StoredRecord> {
  const row = await visibleRecords(ctx, kind, { deleted })
    .selectAll('r')
    .where('r.id', '=', id)
    .$if(lock, (qb) => qb.forUpdate('r'))
    .executeTakeFirst()
  if (!row) throw notFound('records.notFound')
  return row
}

export async function canSeeRecordOf(ctx: Ctx, id: string): Promise<boolean> {
  const rows = await visibleRecordsOfAll(ctx)
  return (await rows.select('r.id').where('r.id', '=', id).executeTakeFirst()) !== undefined
}

/** Ids of the present records of a kind's type, for the check of unique values; null for other types. */
export async function presentRecords(ctx: Ctx, { record }: { record: string }) {
  const key = /^records:(.+)$/.exec(record)?.[1]
  if (key === undefined) return null
  return sql`select r.id from records r join record_kinds k on k.tenant_id = r.tenant_id and k.id = r.kind_id
    where r.tenant_id = ${ctx.tenantId} and k.key = ${key} and r.deleted_at is null`
}

/** Whether the caller may change the record, of whatever kind it is. */
export async function canChangeRecordOf(ctx: Ctx, id: string): Promise<boolean> {
  const row = await (await visibleRecordsOfAll(ctx)).selectAll('r').where('r.id', '=', id).executeTakeFirst()
  const kind = row && (await kindsInUse(ctx)).find((one) => one.id === row.kindId)
  return kind !== undefined && reaches(ctx, kind, 'update', row as StoredRecord)
}

export const reaches = (ctx: Ctx, kind: KindRow, action: RecordAction, row: StoredRecord): boolean =>
  allows(ctx.actor, recordPermission(kind.key, action), row)

/** The reach of a permission of the kind over `records as r`. */
export const reachedBy = (ctx: Ctx, kind: KindRow, action: RecordAction): RawBuilder<SqlBool> =>
  withinScope(ctx.actor, recordPermission(kind.key, action), ownership)

const ownership = { owner: sql`r.owner_id`, team: sql`r.team_id` }

export function recordAbilities(ctx: Ctx, kind: KindRow, row: StoredRecord): FirmRecord['can'] {
  const inBin = row.deletedAt !== null
  const mayDelete = reaches(ctx, kind, 'delete', row)
  return {
    update: !inBin && reaches(ctx, kind, 'update', row),
    delete: !inBin && mayDelete,
    restore: inBin && mayDelete,
  }
}

const recordRows = (ctx: Ctx) => ctx.db.selectFrom('records as r').where('r.tenantId', '=', ctx.tenantId)
