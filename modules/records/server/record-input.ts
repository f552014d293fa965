import { activeUser, teamsOfUser } from '@peyvand/identity/server'
import { canSeeParty } from '@peyvand/parties/server'
import { badField, type Ctx } from '@peyvand/platform/server'
import type { KindRow } from './record-kinds.ts'

/**
 * Who a record belongs to: the user given or the caller, and the team given or the owner's first one.
 * @throws AppError badInput (400) at `ownerId`
 */
export async function ownerFrom(
  ctx: Ctx,
  { ownerId, teamId }: { ownerId?: string | undefined; teamId?: string | null | undefined },
): Promise<{ ownerId: string | null; teamId: string | null }> {
  const id = ownerId ?? ctx.actor.userId
  if (id !== null && id !== ctx.actor.userId && !(await activeUser(ctx, id)))
    throw badField('ownerId', 'records.ownerInactive')
  if (teamId !== undefined || id === null) return { ownerId: id, teamId: teamId ?? null }
  const teams = id === ctx.actor.userId ? ctx.actor.teamIds : await teamsOfUser(ctx, id)
  return { ownerId: id, teamId: teams[0] ?? null }
}

/** @throws AppError badInput (400) at `partyId`: missing, not used by the kind, or one that the caller does not see */
export async function requirePartyFor(ctx: Ctx, kind: KindRow, partyId: string | null): Promise<void> {
  if (partyId === null) {
    if (kind.party === 'required') throw badField('partyId', 'required')
    return
  }
  if (kind.party === 'none') throw badField('partyId', 'records.noParty')
  if (!(await canSeeParty(ctx, partyId))) throw badField('partyId', 'records.partyUnknown')
}

/** @throws AppError badInput (400) at `state` for one that the kind does not have */
export function requireState(kind: KindRow, state: string | null): void {
  if (state !== null && !kind.states.some(({ key }) => key === state)) throw badField('state', 'option')
}
