import { freeInSeries } from '@peyvand/customization/server'
import type { CustomValues } from '@peyvand/platform/contract'
import { anyOf, type Ctx, changesBetween, insertCustomSides, json, newId } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { recordCreated, recordTypeOf } from '../contract/index.ts'
import type { StoredRecord } from './record-access.ts'
import { audited, auditOf, tellOfRecord } from './record-events.ts'
import type { KindRow } from './record-kinds.ts'
import { numberTaken, seriesOf } from './record-number.ts'
import { namesOfParties, recordTexts } from './record-texts.ts'

/** A record with everything checked. */
export interface NewRecord {
  id?: string
  title: string | undefined
  /** The next of the series where it is left out. */
  number?: string | undefined
  state: string | null
  partyId: string | null
  ownerId: string | null
  teamId: string | null
  custom: CustomValues
}

interface Provenance {
  source: StoredRecord['source']
  sourceId?: string
}

/**
 * Writes records of a kind in order and tells of them; asks nobody's rights.
 * @throws AppError records.numberTaken (409); badInput (400) at `title` where it is missing
 */
export async function insertRecords(
  ctx: Ctx,
  kind: KindRow,
  given: readonly NewRecord[],
  { source, sourceId }: Provenance,
): Promise<StoredRecord[]> {
  if (given.length === 0) return []
  const textsOf = await recordTexts(ctx, kind)
  const parties = await namesOfParties(
    ctx,
    given.map(({ partyId }) => partyId),
  )
  const partyOf = ({ partyId }: NewRecord) => (partyId && parties.get(partyId)) ?? null
  // What a title lacks must be known before numbers are taken.
  for (const record of given) textsOf({ ...record, number: record.number ?? '' }, partyOf(record))
  const numbers = await freeInSeries(ctx, seriesOf(kind.key), {
    count: given.filter(({ number }) => number === undefined).length,
    taken: (drawn) => takenNumbers(ctx, kind, drawn),
  })
  const now = ctx.now().toISOString()
  const records = given.map((record) => {
    const { id = newId(), state, partyId, ownerId, teamId, custom } = record
    const number = record.number ?? (numbers.shift() as string)
    return {
      tenantId: ctx.tenantId,
      id,
      kindId: kind.id,
      number,
      ...textsOf({ ...record, number }, partyOf(record)),
      state,
      partyId,
      ownerId,
      teamId,
      custom: withoutEmpty(custom),
      source,
      sourceId: sourceId ?? null,
      createdAt: now,
      createdBy: ctx.actor.userId,
      updatedAt: now,
      updatedBy: ctx.actor.userId,
      deletedAt: null,
      deletedBy: null,
    }
  })
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('records')
    .values(records.map((record) => ({ ...record, custom: json(record.custom) })))
    .onConflict((oc) => oc.columns(['tenantId', 'kindId', 'number']).doNothing())
    .executeTakeFirst()
  if (Number(numInsertedOrUpdatedRows) < records.length) throw numberTaken()
  await insertCustomSides(ctx, recordTypeOf(kind.key), records)
  const stored = records.map((record): StoredRecord => ({ ...record, version: 1 }))
  for (const row of stored) {
    ctx.audit({
      action: 'create',
      ...auditOf(row),
      changes: changesBetween<Record<string, unknown>>({}, audited(row)),
    })
    tellOfRecord(ctx, recordCreated, kind, row)
  }
  return stored
}

/** Of the numbers, those that records of the kind have. */
async function takenNumbers(ctx: Ctx, kind: KindRow, numbers: readonly string[]): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('records')
    .select('number')
    .where('tenantId', '=', ctx.tenantId)
    .where('kindId', '=', kind.id)
    .where(anyOf(sql`number`, numbers, 'text'))
    .execute()
  return rows.map(({ number }) => number)
}

const withoutEmpty = (custom: CustomValues): CustomValues =>
  Object.fromEntries(Object.entries(custom).filter(([, value]) => value !== null))
