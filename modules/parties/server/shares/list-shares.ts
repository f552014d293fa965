import { teamName, userName } from '@peyvand/identity/server'
import { localDate } from '@peyvand/persian'
import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { PartyShare } from '../../contract/index.ts'
import { requireParty } from '../party-access.ts'
import { mayOpen } from './may-open.ts'

const shown = 100

/** Whom a party's file was shared with, newest first, without what is over. @throws AppError notFound (404) */
export async function listShares(
  ctx: Ctx,
  id: string,
): Promise<{ items: PartyShare[]; can: { open: boolean } }> {
  const open = mayOpen(ctx, await requireParty(ctx, id))
  const rows = await ctx.db
    .selectFrom('partyShares')
    .select(['id', 'toUserId', 'toTeamId', 'note', 'until', 'createdAt', 'createdBy'])
    .select([
      sql<string | null>`coalesce(${userName(sql`to_user_id`)}, ${teamName(sql`to_team_id`)})`.as('toName'),
      userName(sql`created_by`).as('byName'),
    ])
    .where('tenantId', '=', ctx.tenantId)
    .where('partyId', '=', id)
    .where('revokedAt', 'is', null)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', localDate(ctx.now(), ctx.timeZone))]))
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(shown)
    .execute()
  return {
    items: rows.map(({ id, toUserId, toTeamId, toName, note, until, createdAt, createdBy, byName }) => ({
      id,
      to: { kind: toUserId ? 'user' : 'team', id: (toUserId ?? toTeamId) as string, name: toName ?? '' },
      by: createdBy ? { id: createdBy, name: byName ?? '' } : null,
      note,
      createdAt,
      until,
      can: { revoke: open || createdBy === ctx.actor.userId },
    })),
    can: { open },
  }
}
