import { activeUser } from '@peyvand/identity/server'
import { badField, type Ctx, requirePermission, startOperation } from '@peyvand/platform/server'
import type { z } from 'zod'
import type { BulkActivities } from '../contract/index.ts'
import { bulkActivitiesJob } from './bulk-jobs.ts'

/** Starts a change of many activities; it goes on as an operation that can be undone for 30 days. */
export async function bulkChangeActivities(
  ctx: Ctx,
  { selection, action }: z.output<typeof BulkActivities>,
): Promise<{ operationId: string }> {
  requirePermission(ctx, 'activities.massUpdate')
  if (action.type === 'reassign' && !(await activeUser(ctx, action.ownerId)))
    throw badField('action.ownerId', 'activities.ownerInactive')
  const operationId = await startOperation(ctx, {
    job: bulkActivitiesJob,
    kind: 'activities.bulk',
    payload: (id) => ({ operationId: id }),
    input: { selection, action },
    total: 'ids' in selection ? selection.ids.length : null,
  })
  ctx.audit({ action: 'bulk', record: 'activities', label: action.type, changes: { action: { to: action } } })
  return { operationId }
}
