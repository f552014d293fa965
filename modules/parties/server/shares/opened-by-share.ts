import { localDate } from '@peyvand/persian'
import { anyOf, type Ctx } from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'

/**
 * Parties whose files colleagues opened to the caller or a team of theirs, as SQL. An array, which the planner finds
 * by the primary key; a subquery beside the owner's index would make it read the whole table.
 */
export const sharedIds = (ctx: Ctx): RawBuilder<string[]> => sql`array(
  select s.party_id from party_shares s
  where s.tenant_id = ${ctx.tenantId} and s.revoked_at is null
    and s.until >= ${localDate(ctx.now(), ctx.timeZone)}::date
    and (s.to_user_id = ${ctx.actor.userId}::uuid or ${anyOf(sql`s.to_team_id`, ctx.actor.teamIds)}))`

/** Rows of `parties as p` that are open to the caller by a share. */
export const openedByShare = (ctx: Ctx): RawBuilder<SqlBool> => sql`p.id = any(${sharedIds(ctx)})`
