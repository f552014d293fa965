import { type HandedOver, type HandOver, requireFullReach, type Work } from '@peyvand/identity/server'
import type { Filter } from '@peyvand/platform/contract'
import { type Ctx, systemActor } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { ActivityKind, openStatuses } from '../contract/index.ts'
import type { ActivityRecord } from './activity-access.ts'
import { bulkActivityChange } from './bulk-activities.ts'
import { setOwner } from './bulk-changes.ts'
import { requireOwner } from './owners.ts'

const kindsOf: Record<string, readonly ActivityKind[]> = {
  meetings: ['meeting'],
  activities: ActivityKind.options.filter((kind) => kind !== 'meeting'),
}
const labels: Record<string, Work['label']> = {
  meetings: { fa: 'جلسه‌های باز', en: 'Open meetings' },
  activities: { fa: 'کارها و فعالیت‌های باز', en: 'Open tasks and activities' },
}

/** Activities that a user still has to do. */
export async function activitiesOfUser(ctx: Ctx, userId: string): Promise<Work[]> {
  const work: Work[] = []
  for (const [kind, label] of Object.entries(labels)) {
    const { count } = await openOf(ctx, { userId, kind })
      .select(sql<number>`count(*)::int`.as('count'))
      .executeTakeFirstOrThrow()
    work.push({ kind, label, count })
  }
  return work
}

/**
 * Gives them to a colleague, as a change of many that can be undone. Confidential ones, which whoever does this does
 * not see, move at once in the program's own name.
 * @throws AppError users.handOverReach (403)
 */
export async function handOverActivities(
  ctx: Ctx,
  { kind, userId, toId }: HandOver,
): Promise<HandedOver | null> {
  const kinds = kindsOf[kind]
  if (!kinds) return null
  requireFullReach(ctx, 'activities.update')
  const rows = openOf(ctx, { userId, kind }).where('a.confidentiality', '!=', 'normal').selectAll('a')
  const confidential: ActivityRecord[] = await rows.forUpdate().execute()
  const owner = await requireOwner(ctx, { ownerId: toId })
  const asSystem = { ...ctx, actor: systemActor(ctx.actor.firm) }
  for (const row of confidential) await setOwner(asSystem, row, owner)
  const and: Filter[] = [
    { field: 'owner', op: 'in', value: [userId] },
    { field: 'kind', op: 'in', value: [...kinds] },
    { field: 'status', op: 'in', value: [...openStatuses] },
  ]
  const { operationId } = await bulkActivityChange.start(ctx, {
    selection: { all: true, filter: { and } },
    action: { type: 'reassign', ownerId: toId },
  })
  const { count } = await openOf(ctx, { userId, kind })
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return { count: count + confidential.length, operationId }
}

const openOf = (ctx: Ctx, { userId, kind }: { userId: string; kind: string }) =>
  ctx.db
    .selectFrom('activities as a')
    .where('a.tenantId', '=', ctx.tenantId)
    .where('a.ownerId', '=', userId)
    .where('a.deletedAt', 'is', null)
    .where('a.status', 'in', [...openStatuses])
    .where('a.kind', 'in', [...(kindsOf[kind] ?? [])])
