import { activeUser, usersByIds } from '@peyvand/identity/server'
import { badField, type Ctx, defineBulkChange, requirePermission } from '@peyvand/platform/server'
import { BulkActivities } from '../contract/index.ts'
import { visibleActivities } from './activity-access.ts'
import { activitySource } from './activity-source.ts'
import { actOn } from './bulk-changes.ts'
import { judgeActivities, KeptActivity } from './bulk-kept.ts'
import { putBack } from './bulk-put-back.ts'

/** Starts a change of many activities; it goes on as an operation that can be undone for 30 days. */
export async function bulkChangeActivities(
  ctx: Ctx,
  input: BulkActivities,
): Promise<{ operationId: string }> {
  requirePermission(ctx, 'activities.massUpdate')
  const { action } = input
  if (action.type === 'reassign' && !(await activeUser(ctx, action.ownerId)))
    throw badField('action.ownerId', 'activities.ownerInactive')
  return bulkActivityChange.start(ctx, input)
}

/** Changes of many activities. */
export const bulkActivityChange = defineBulkChange({
  kind: 'activities.bulk',
  input: BulkActivities,
  record: 'activities',
  nameOf: ({ subject }) => subject,
  keeps: { table: 'activityBulkChanges', id: 'activityId', as: KeptActivity },
  open: async (_, { action }) => action,
  among: async (ctx) => ({
    source: await activitySource(ctx),
    rows: (await visibleActivities(ctx)).selectAll('a'),
  }),
  change: actOn,
  judge: judgeActivities,
  putBack: (ctx, _, rows) => putBack(ctx, rows),
  describe: async (ctx, { action }) => {
    const { translate } = ctx.registry
    if (action.type !== 'reassign') return translate(ctx.locale, `activities.did.${action.type}`)
    const owner = (await usersByIds(ctx, [action.ownerId])).get(action.ownerId)
    return translate(ctx.locale, 'activities.did.reassign', { owner: owner?.name ?? '—' })
  },
})
