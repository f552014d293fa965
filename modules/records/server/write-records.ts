import type { CustomValues } from '@peyvand/platform/contract'
import {
  type Ctx,
  mergeCustomValues,
  readCustomValues,
  replaceCustomSides,
  updateRows,
} from '@peyvand/platform/server'
import { recordTypeOf } from '../contract/index.ts'
import type { StoredRecord } from './record-access.ts'
import type { KindRow } from './record-kinds.ts'
import { namesOfParties, recordTexts } from './record-texts.ts'

export type RecordValues = Partial<
  Pick<StoredRecord, 'number' | 'state' | 'partyId' | 'ownerId' | 'teamId'>
> & {
  title?: string | undefined
  custom?: CustomValues
}

export interface Written {
  before: StoredRecord
  values: RecordValues
}

const columns = [
  'number',
  'title',
  'state',
  'partyId',
  'ownerId',
  'teamId',
  'custom',
  'search',
  'searchWithheld',
  'updatedAt',
  'updatedBy',
  'version',
] as const

/**
 * Writes columns, own fields and the texts made of them of locked records, by the same few statements however many
 * they are. Asks nobody's rights and tells nobody; answers the records as they are then, in order.
 * @throws AppError customFields.valueTaken (409)
 */
export async function writeRecords(
  ctx: Ctx,
  kind: KindRow,
  written: readonly Written[],
): Promise<StoredRecord[]> {
  if (written.length === 0) return []
  const next = written.map(({ before, values: { title = before.title, custom = {}, ...plain } }) => ({
    ...before,
    ...plain,
    title,
    custom: mergeCustomValues(readCustomValues(before.custom), custom),
  }))
  const textsOf = await recordTexts(ctx, kind)
  const parties = await namesOfParties(
    ctx,
    next.map(({ partyId }) => partyId),
  )
  const updatedAt = ctx.now().toISOString()
  const after = next.map(
    (record): StoredRecord => ({
      ...record,
      ...textsOf(record, (record.partyId && parties.get(record.partyId)) || null),
      updatedAt,
      updatedBy: ctx.actor.userId,
      version: record.version + 1,
    }),
  )
  await updateRows(ctx, 'records', { columns, rows: after })
  const changed = written.flatMap(({ before: { id }, values: { custom } }) =>
    custom && Object.keys(custom).length > 0 ? [{ id, custom }] : [],
  )
  if (changed.length > 0) await replaceCustomSides(ctx, recordTypeOf(kind.key), changed)
  return after
}
