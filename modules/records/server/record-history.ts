import { labelMatch, tagsByName } from '@peyvand/customization/server'
import { byIds, type HistorySource, restoredInput, valueBefore } from '@peyvand/history/server'
import { teamsByIds, usersByIds } from '@peyvand/identity/server'
import { partyRefs } from '@peyvand/parties/server'
import { type Ctx, customFieldRule, isHiddenCustom, notFound } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { type FirmRecord, RecordChange, recordTypeOf } from '../contract/index.ts'
import { reachedBy, reaches, requireReadableKind, type StoredRecord } from './record-access.ts'
import { audited } from './record-events.ts'
import { type KindRow, kindsInUse } from './record-kinds.ts'
import { updateRecord } from './update-record.ts'

/** What the history of a kind's records is read from. @throws AppError records.kindNotFound (404) */
export async function recordHistory(ctx: Ctx, key: string): Promise<HistorySource> {
  const kind = await requireReadableKind(ctx, key)
  const type = recordTypeOf(key)
  return {
    record: 'records',
    ownFields: type,
    names: { ownerId: byIds(usersByIds), teamId: byIds(teamsByIds), partyId: byIds(partyRefs) },
    partyNames: byIds(partyRefs),
    require: async (current, id) => {
      const row = await openable(current, kind, id)
      return { mayChange: row.deletedAt === null && reaches(current, kind, 'update', row) }
    },
    present: async (current, id) => {
      const row = await openable(current, kind, id)
      return { fields: audited(row), deleted: row.deletedAt !== null }
    },
    isWithheld: (current, field) => isHiddenCustom(current, type, field),
    isRestorable: (current, field) =>
      isOpenCustom(current, type, field) ||
      ['number', 'state', 'partyId', 'ownerId', 'teamId', 'tags'].includes(field) ||
      (field === 'title' && kind.titlePattern === null),
  }
}

/**
 * Gives one field the value back that it had before a change, by the ordinary save.
 * @throws AppError history.noSuchChange (404), history.notRestorable, history.valueGone (409); as updateRecord
 */
export async function restoreRecordField(
  ctx: Ctx,
  {
    kind,
    id,
    changeId,
    field,
    version,
  }: { kind: string; id: string; changeId: string; field: string; version: number },
): Promise<FirmRecord> {
  const value = await valueBefore(ctx, await recordHistory(ctx, kind), { id, changeId, field })
  const input = restoredInput(RecordChange, { version, ...(await inputOf(ctx, field, value)) })
  return updateRecord(ctx, { kind, id }, input)
}

/** Whether the log tells of an own field of some kind that the caller's role hides; entries do not name the kind. */
export async function isWithheldOfRecords(
  ctx: Ctx,
  { record, field }: { record: string; field: string },
): Promise<boolean> {
  if (record !== 'records' || !field.startsWith('custom.')) return false
  return (await kindsInUse(ctx)).some(({ key }) => isHiddenCustom(ctx, recordTypeOf(key), field))
}

/** An own field that the caller's role lets them change. */
const isOpenCustom = (ctx: Ctx, record: string, field: string): boolean =>
  field.startsWith('custom.') && customFieldRule(ctx, { record, key: field.slice('custom.'.length) }) === null

async function inputOf(ctx: Ctx, field: string, value: unknown): Promise<Record<string, unknown>> {
  if (field.startsWith('custom.')) return { custom: { [field.slice('custom.'.length)]: value } }
  if (field !== 'tags') return { [field]: value }
  const known = await tagsByName(ctx)
  return { tagIds: (value as string[]).map((name) => known.get(labelMatch(name))) }
}

/** A record that the caller sees, or may take out of the bin. @throws AppError records.notFound (404) */
async function openable(ctx: Ctx, kind: KindRow, id: string): Promise<StoredRecord> {
  const row = await ctx.db
    .selectFrom('records as r')
    .selectAll('r')
    .where('r.tenantId', '=', ctx.tenantId)
    .where('r.kindId', '=', kind.id)
    .where('r.id', '=', id)
    .where(
      sql<boolean>`case when r.deleted_at is null then ${reachedBy(ctx, kind, 'read')} else ${reachedBy(ctx, kind, 'delete')} end`,
    )
    .executeTakeFirst()
  if (!row) throw notFound('records.notFound')
  return row
}
