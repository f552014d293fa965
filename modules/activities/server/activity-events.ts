import type { EventSpec } from '@peyvand/platform/contract'
import type { Ctx } from '@peyvand/platform/server'
import type { activityCreated } from '../contract/index.ts'
import type { ActivityRecord } from './activity-access.ts'

type About = typeof activityCreated extends EventSpec<infer P> ? EventSpec<P> : never

/** Tells other modules and open screens what happened to an activity; home and worklist screens of its owner too. */
export function tellOfActivity(
  ctx: Ctx,
  event: About,
  row: ActivityRecord,
  partyIds: readonly string[],
): void {
  ctx.emit(event, { activityId: row.id, kind: row.kind, ownerId: row.ownerId, partyIds: [...partyIds] })
  showActivity(ctx, row, partyIds)
}

/** Makes open screens that show the activity, its parties or its owner's day fetch again. */
export function showActivity(ctx: Ctx, row: ActivityRecord, partyIds: readonly string[]): void {
  ctx.live({ topic: 'activities', id: row.id })
  for (const id of partyIds.slice(0, 20)) ctx.live({ topic: 'parties', id })
  ctx.live({ topic: 'home', userIds: [row.ownerId] })
}
