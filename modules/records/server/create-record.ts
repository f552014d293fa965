import { requireTags, setTags } from '@peyvand/customization/server'
import { attachFiles } from '@peyvand/files/server'
import {
  allows,
  type Ctx,
  checkCustomValues,
  forbidden,
  newId,
  requirePermission,
} from '@peyvand/platform/server'
import { type CreateRecord, type FirmRecord, recordPermission, recordTypeOf } from '../contract/index.ts'
import { insertRecords } from './insert-records.ts'
import { requireReadableKind } from './record-access.ts'
import { ownerFrom, requirePartyFor, requireState } from './record-input.ts'
import { requireFreeNumber } from './record-number.ts'
import { recordView } from './record-queries.ts'

/**
 * Makes a record of a kind.
 * @throws AppError records.kindNotFound (404), forbidden (403), records.numberTaken (409); badInput (400) at the field
 */
export async function createRecord(ctx: Ctx, key: string, input: CreateRecord): Promise<FirmRecord> {
  const kind = await requireReadableKind(ctx, key)
  const permission = recordPermission(key, 'create')
  requirePermission(ctx, permission)
  const { partyId = null, tagIds = [] } = input
  const state = input.state === undefined ? (kind.states[0]?.key ?? null) : input.state
  requireState(kind, state)
  await requirePartyFor(ctx, kind, partyId)
  const owner = await ownerFrom(ctx, input)
  if (!allows(ctx.actor, permission, owner)) throw forbidden()
  const custom = await checkCustomValues(ctx, {
    record: recordTypeOf(key),
    values: input.custom ?? {},
    facts: { state },
  })
  if (tagIds.length > 0) await requireTags(ctx, tagIds)
  const { title, number } = input
  if (number !== undefined) await requireFreeNumber(ctx, kind, number)
  const id = newId()
  await insertRecords(ctx, kind, [{ id, title, number, state, partyId, ...owner, custom }], {
    source: ctx.actor.kind === 'apiKey' ? 'api' : 'manual',
  })
  if (tagIds.length > 0) await setTags(ctx, 'records', id, tagIds)
  await attachFiles(ctx, 'records', id, input.fileIds ?? [])
  return recordView(ctx, kind, id)
}
