import { anyOf, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import './tables.ts'

/** Notes that there was contact with the parties at a moment (ISO); an older moment changes nothing. */
export async function touchLastContact(ctx: Ctx, partyIds: readonly string[], at: string): Promise<void> {
  if (partyIds.length === 0) return
  ctx.gather(
    'partyLastContacts',
    sql`update party_last_contacts set at = ${at}
      where tenant_id = ${ctx.tenantId} and ${anyOf(sql`party_id`, partyIds)} and (at is null or at < ${at})`,
  )
}

/** Where the last contact is `from` still, it is `to` again: what was noted then was no contact after all. */
export async function takeBackLastContact(
  ctx: Ctx,
  moments: readonly { partyId: string; from: string; to: string | null }[],
): Promise<void> {
  await sql`
    update party_last_contacts c set at = back.at_before
    from unnest(
      ${sql.val(moments.map(({ partyId }) => partyId))}::uuid[], ${sql.val(moments.map(({ from }) => from))}::timestamptz[],
      ${sql.val(moments.map(({ to }) => to))}::timestamptz[]
    ) as back (party_id, at_now, at_before)
    where c.tenant_id = ${ctx.tenantId} and c.party_id = back.party_id and c.at = back.at_now`.execute(ctx.db)
}

/** Sets the day of the next contact (`YYYY-MM-DD`), or clears it. The record's version stays: nobody edits it. */
export async function setNextContact(
  ctx: Ctx,
  partyIds: readonly string[],
  day: string | null,
): Promise<void> {
  if (partyIds.length === 0) return
  await ctx.db
    .updateTable('parties')
    .set({ nextContactOn: day })
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`id`, partyIds))
    .execute()
}
