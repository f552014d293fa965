import { userName } from '@peyvand/identity/server'
import { partyName } from '@peyvand/parties/server'
import { anyOf, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Participant } from '../contract/index.ts'
import './tables.ts'

/** Participants of activities with their names and answers, by the activity's id. */
export async function participantsOfMany(
  ctx: Ctx,
  activityIds: readonly string[],
): Promise<Map<string, z.infer<typeof Participant>[]>> {
  if (activityIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('activityParticipants as pt')
    .select([
      'pt.activityId',
      'pt.participantType as type',
      'pt.participantId as id',
      'pt.response',
      sql<string | null>`case pt.participant_type when 'user' then ${userName(sql`pt.participant_id`)}
        else ${partyName(sql`pt.participant_id`)} end`.as('name'),
    ])
    .where('pt.tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`pt.activity_id`, activityIds))
    .orderBy('pt.position')
    .execute()
  const byActivity = new Map<string, z.infer<typeof Participant>[]>()
  for (const { activityId, name, ...participant } of rows) {
    const known = byActivity.get(activityId) ?? []
    byActivity.set(activityId, [...known, { ...participant, name: name ?? '' }])
  }
  return byActivity
}
