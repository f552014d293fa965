import type { Ctx } from '@peyvand/platform/server'

/** Lists and the numbers of the menu are read again on the screens of who imported. */
export function showChanged(ctx: Ctx): void {
  const { userId } = ctx.actor
  if (userId === null) return
  for (const topic of ['parties', 'party-groups', 'records']) ctx.live({ topic, userIds: [userId] })
}
