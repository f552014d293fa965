import { setTags, tagsOf } from '@peyvand/customization/server'
import { setFiles } from '@peyvand/files/server'
import { type Ctx, checkCustomValues, forbidden, readCustomValues } from '@peyvand/platform/server'
import { type FirmRecord, type RecordChange, recordTypeOf } from '../contract/index.ts'
import { reaches, requireReadableKind, requireRecord, type StoredRecord } from './record-access.ts'
import { noteChange } from './record-events.ts'
import { ownerFrom, requirePartyFor, requireState } from './record-input.ts'
import { requireFreeNumber } from './record-number.ts'
import { recordView, requireLatest } from './record-queries.ts'
import { writeRecords } from './write-records.ts'

/**
 * Changes what is named; tags and files are sent whole.
 * @throws AppError records.kindNotFound, records.notFound (404), forbidden (403), versionConflict,
 * records.numberTaken (409); badInput (400) at the field
 */
export async function updateRecord(
  ctx: Ctx,
  { kind: key, id }: { kind: string; id: string },
  change: RecordChange,
): Promise<FirmRecord> {
  const kind = await requireReadableKind(ctx, key)
  const before = await requireRecord(ctx, kind, id, { lock: true })
  if (!reaches(ctx, kind, 'update', before)) throw forbidden()
  await requireLatest(ctx, kind, before, change.version)
  const { number, state, partyId } = change
  if (state !== undefined) requireState(kind, state)
  if (partyId !== undefined && partyId !== before.partyId) await requirePartyFor(ctx, kind, partyId)
  if (number !== undefined) await requireFreeNumber(ctx, kind, number, id)
  const custom = await checkCustomValues(ctx, {
    record: recordTypeOf(key),
    values: change.custom ?? {},
    stored: readCustomValues(before.custom),
    facts: { state: state === undefined ? before.state : state },
    factsBefore: before,
  })
  const values = {
    ...(number === undefined ? {} : { number }),
    ...(state === undefined ? {} : { state }),
    ...(partyId === undefined ? {} : { partyId }),
    ...(await ownerChange(ctx, before, change)),
    title: change.title,
    custom,
  }
  const [after = before] = await writeRecords(ctx, kind, [{ before, values }])
  const tags = await tagChange(ctx, id, change.tagIds)
  if (change.fileIds) await setFiles(ctx, 'records', id, change.fileIds)
  noteChange(ctx, kind, { before, after, more: tags })
  return recordView(ctx, kind, id)
}

async function ownerChange(ctx: Ctx, before: StoredRecord, { ownerId, teamId }: RecordChange) {
  if (ownerId === null) return { ownerId: null, ...(teamId === undefined ? {} : { teamId }) }
  if (ownerId !== undefined && ownerId !== before.ownerId) return ownerFrom(ctx, { ownerId, teamId })
  return teamId === undefined ? {} : { teamId }
}

async function tagChange(ctx: Ctx, id: string, tagIds: readonly string[] | undefined) {
  if (!tagIds) return {}
  const names = async () => ((await tagsOf(ctx, 'records', [id])).get(id) ?? []).map(({ name }) => name)
  const from = await names()
  await setTags(ctx, 'records', id, tagIds)
  const to = await names()
  return from.join() === to.join() ? {} : { tags: { from, to } }
}
