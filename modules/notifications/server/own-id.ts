import type { Ctx } from '@peyvand/platform/server'

/** Every route of this module is of a user; keys and sessions both have one. */
export const ownId = (ctx: Ctx): string => ctx.actor.userId as string
