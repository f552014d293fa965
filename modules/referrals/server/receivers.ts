import { membersOfTeam, receiversOfWork, teamsByIds } from '@peyvand/identity/server'
import { badField, type Ctx, together } from '@peyvand/platform/server'
import type { Receiver } from '../contract/index.ts'

/** Whom something is given to: a user, or a team until one of its members takes it. */
export interface FoundReceiver {
  toUserId: string | null
  toTeamId: string | null
  name: string
  /** The user, or the members of the team. */
  userIds: string[]
  /** Who stands in for the user today. */
  deputyId: string | null
}

/** Each once, all able to receive. @throws AppError badInput (400) at `to.<index>` */
export async function requireReceivers(ctx: Ctx, to: readonly Receiver[]): Promise<FoundReceiver[]> {
  const askedUsers = to.flatMap((one) => ('userId' in one ? [one.userId] : []))
  const askedTeams = [...new Set(to.flatMap((one) => ('teamId' in one ? [one.teamId] : [])))]
  const [users, teams, members] = await together([
    receiversOfWork(ctx, askedUsers),
    teamsByIds(ctx, askedTeams),
    together(askedTeams.map((id) => membersOfTeam(ctx, id))),
  ])
  const membersOf = new Map(askedTeams.map((id, index) => [id, (members[index] ?? []).map((one) => one.id)]))

  const found = new Map<string, FoundReceiver>()
  for (const [index, receiver] of to.entries()) {
    const path = `to.${index}`
    if ('userId' in receiver) {
      const { userId } = receiver
      if (userId === ctx.actor.userId) throw badField(path, 'referrals.toOneself')
      const user = users.get(userId)
      if (!user) throw badField(path, 'referrals.receiverInactive')
      const { name, deputyId } = user
      found.set(userId, { toUserId: userId, toTeamId: null, name, userIds: [userId], deputyId })
    } else {
      const { teamId } = receiver
      const userIds = membersOf.get(teamId) ?? []
      if (userIds.every((id) => id === ctx.actor.userId)) throw badField(path, 'referrals.receiverInactive')
      const name = teams.get(teamId)?.name ?? ''
      found.set(teamId, { toUserId: null, toTeamId: teamId, name, userIds, deputyId: null })
    }
  }
  return [...found.values()]
}
