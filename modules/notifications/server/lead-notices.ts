import { holdersOfRight } from '@peyvand/identity/server'
import { leadsAssigned } from '@peyvand/leads/contract'
import { lateLeads } from '@peyvand/leads/server'
import type { Ctx, Listener } from '@peyvand/platform/server'
import { notify } from './notify.ts'
import { tellOfDue } from './tell-of-due.ts'

/** Who got leads that no task tells them of hears of them: once, however many they are. */
export const leadListeners: readonly Listener[] = [
  {
    name: 'notifications.leadsAssigned',
    event: leadsAssigned.name,
    run: async (ctx, payload, { id, actorId }) => {
      const { ownerId, partyIds } = leadsAssigned.payload.parse(payload)
      const [first] = partyIds
      if (!first) return
      const subject = { type: 'parties' as const, id: first }
      const facts = { count: partyIds.length }
      await notify(ctx, [{ userId: ownerId, kind: 'leadAssigned', subject, occurrence: id, actorId, facts }])
    },
  },
]

/** Tells owners of leads whose first answer is late; those who set up leads, of leads that are nobody's. */
export async function tellOfLateLeads(ctx: Ctx, since: Date): Promise<number> {
  const leads = await lateLeads(ctx, since)
  const keepers = leads.some(({ ownerId }) => ownerId === null)
    ? await holdersOfRight(ctx, 'leads.manage')
    : []
  return tellOfDue(
    ctx,
    leads.flatMap(({ partyId, ownerId, respondBy, arrivedAt }) =>
      (ownerId ? [ownerId] : keepers).map((userId) => ({
        userId,
        subject: { type: 'parties' as const, id: partyId },
        deadline: { at: respondBy, allDay: false },
        since: arrivedAt,
        due: null,
        overdue: 'leadLate' as const,
      })),
    ),
  )
}
