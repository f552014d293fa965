import { activeUser, teamsOfUser, usersByIds } from '@peyvand/identity/server'
import { badField, type Ctx } from '@peyvand/platform/server'

export interface Owner {
  ownerId: string
  teamId: string | null
}

interface GivenOwner {
  ownerId?: string | undefined
  teamId?: string | null | undefined
}

/**
 * Who an activity belongs to: the user given or the caller, and the team given or the owner's first one.
 * @throws AppError badInput (400) at `ownerId`
 */
export async function requireOwner(ctx: Ctx, { ownerId, teamId }: GivenOwner): Promise<Owner> {
  const id = ownerId ?? ctx.actor.userId
  // Who acts is active.
  if (id === null || (id !== ctx.actor.userId && !(await activeUser(ctx, id))))
    throw badField('ownerId', 'activities.ownerInactive')
  return { ownerId: id, teamId: teamId === undefined ? await firstTeam(ctx, id) : teamId }
}

/** A user as the timeline names them. */
export async function userRef(ctx: Ctx, id: string): Promise<{ id: string; name: string }> {
  if (id === ctx.actor.userId) return { id, name: ctx.actor.name }
  return (await usersByIds(ctx, [id])).get(id) ?? { id, name: '' }
}

async function firstTeam(ctx: Ctx, userId: string): Promise<string | null> {
  const teams = userId === ctx.actor.userId ? ctx.actor.teamIds : await teamsOfUser(ctx, userId)
  return teams[0] ?? null
}
