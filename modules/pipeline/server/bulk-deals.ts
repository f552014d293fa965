import { requireValue } from '@peyvand/customization/server'
import { activeUser, usersByIds } from '@peyvand/identity/server'
import { Selection } from '@peyvand/platform/contract'
import { badField, type Ctx, defineBulkChange, requirePermission } from '@peyvand/platform/server'
import { z } from 'zod'
import { BulkDealAction } from '../contract/index.ts'
import { actOn, judgeDeals, KeptDeal, putBack } from './bulk-acts.ts'
import { visibleDeals } from './deal-access.ts'
import { dealSource } from './deal-source.ts'
import { requireStage, stageRows } from './stages.ts'

const BulkInput = z.object({ selection: Selection, action: BulkDealAction })
type BulkInput = z.infer<typeof BulkInput>

/**
 * Starts a change of many deals; it goes on as an operation that can be undone for 30 days.
 * @throws AppError pipeline.stageNotFound (404); badInput (400) at `action.ownerId`, `action.lostReasonId`
 */
export async function bulkChangeDeals(ctx: Ctx, input: BulkInput): Promise<{ operationId: string }> {
  requirePermission(ctx, 'deals.massUpdate')
  const { action } = input
  if (action.type === 'reassign' && !(await activeUser(ctx, action.ownerId)))
    throw badField('action.ownerId', 'pipeline.ownerInactive')
  if (action.type === 'move') {
    const { outcome } = await requireStage(ctx, action.stageId)
    if (outcome === 'lost' && action.lostReasonId === null) throw badField('action.lostReasonId', 'required')
    await requireValue(ctx, 'lostReasons', { path: 'action.lostReasonId', id: action.lostReasonId })
  }
  return bulkDealChange.start(ctx, input)
}

/** Changes of many deals: owners, follow-ups, stages. */
export const bulkDealChange = defineBulkChange({
  kind: 'pipeline.bulk',
  input: BulkInput,
  record: 'deals',
  nameOf: ({ title }) => title,
  keeps: { table: 'dealBulkChanges', id: 'dealId', as: KeptDeal },
  open: async (ctx, { action }) => {
    requirePermission(ctx, 'deals.read')
    return action
  },
  among: async (ctx) => ({ source: await dealSource(ctx), rows: visibleDeals(ctx).selectAll('d') }),
  change: actOn,
  judge: judgeDeals,
  putBack,
  describe: async (ctx, { action }) => {
    const owner = action.type === 'reassign' && (await usersByIds(ctx, [action.ownerId])).get(action.ownerId)
    const stage = action.type === 'move' && (await stageRows(ctx)).find(({ id }) => id === action.stageId)
    return ctx.registry.translate(ctx.locale, `pipeline.did.${action.type}`, {
      owner: owner ? owner.name : '—',
      stage: stage ? stage.name : '—',
    })
  },
})
