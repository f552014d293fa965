import { setFiles } from '@peyvand/files/server'
import { type Ctx, checkCustomValues, readCustomValues } from '@peyvand/platform/server'
import type { Deal, DealChange } from '../contract/index.ts'
import { lockDeal, type StoredDeal } from './deal-access.ts'
import { noteChange } from './deal-events.ts'
import { ownerFrom, requireReferences } from './deal-input.ts'
import { getDeal, requireLatest } from './deal-queries.ts'
import { republishDeal } from './deal-timeline.ts'
import { writeDeal } from './write-deal.ts'

const inFile = new Set(['title', 'partyId'])

/**
 * Changes what is named; files and ticked items are sent whole.
 * @throws AppError pipeline.dealNotFound (404), forbidden (403), versionConflict (409); badInput (400) at the field
 */
export async function updateDeal(ctx: Ctx, id: string, change: DealChange): Promise<Deal> {
  const before = await lockDeal(ctx, id, 'update')
  await requireLatest(ctx, before, change.version)
  await requireReferences(ctx, withoutUndefined(change), before)
  const { version: _, fileIds, custom: given = {}, ownerId: _owner, teamId: _team, ...values } = change
  const custom = await checkCustomValues(ctx, {
    record: 'deals',
    values: given,
    stored: readCustomValues(before.custom),
  })
  const owner = await ownerChange(ctx, before, change)
  const after = await writeDeal(ctx, before, { ...values, ...owner, custom })
  if (fileIds) await setFiles(ctx, 'deals', id, fileIds)
  const fields = noteChange(ctx, before, after)
  if (fields.some((field) => inFile.has(field))) await republishDeal(ctx, after)
  // Ticks are no news for anybody else, but open screens show them.
  ctx.live({ topic: 'deals', id })
  return getDeal(ctx, id)
}

async function ownerChange(ctx: Ctx, before: StoredDeal, { ownerId, teamId }: DealChange) {
  if (ownerId !== undefined && ownerId !== before.ownerId) return ownerFrom(ctx, { ownerId, teamId })
  return teamId === undefined ? {} : { teamId }
}

const withoutUndefined = ({ partyId, contactId, competitorId, sourceId }: DealChange) => ({
  ...(partyId === undefined ? {} : { partyId }),
  ...(contactId === undefined ? {} : { contactId }),
  ...(competitorId === undefined ? {} : { competitorId }),
  ...(sourceId === undefined ? {} : { sourceId }),
})
