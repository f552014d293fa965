import { anyOf, type Ctx } from '@peyvand/platform/server'
import { type SqlBool, sql } from 'kysely'
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
    .where(sql<SqlBool>`id = any(${sql.val([...partyIds])}::uuid[])`)
    .execute()
}
