import { workingCalendar } from '@peyvand/calendar/server'
import { addDays, localDate } from '@peyvand/persian'
import { anyOf, type Ctx, newId } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { type LeadOrigin, leadGroup } from '../contract/index.ts'
import { awaitRules } from './assign-job.ts'
import { afterWorkingMinutes, daysAhead } from './response-clock.ts'
import { leadSettings } from './settings.ts'
import './tables.ts'

interface Joined {
  group: string
  partyIds: readonly string[]
  sourceKind: LeadOrigin
}

/**
 * Whoever joins the group of leads arrives: the clock of the first answer begins, save for imports, which bring
 * people whom nobody waits for. Those who were leads before begin anew.
 */
export async function leadsArrive(ctx: Ctx, { group, partyIds, sourceKind }: Joined): Promise<void> {
  if (group !== leadGroup || partyIds.length === 0) return
  const isImport = sourceKind === 'import'
  const respondBy = isImport ? null : await respondByNow(ctx)
  await ctx.db
    .updateTable('leads')
    .set({ current: false })
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`party_id`, partyIds))
    .where('current', '=', true)
    .execute()
  const awaits = isImport && (await awaitRules(ctx))
  await sql`
    insert into leads (tenant_id, id, party_id, current, arrived_at, origin, awaits_rules, respond_by)
    select ${ctx.tenantId}, given.id, given.party_id, true, ${ctx.now().toISOString()}::timestamptz, ${sourceKind},
      ${awaits}, ${respondBy}::timestamptz
    from unnest(${sql.val(partyIds.map(() => newId()))}::uuid[], ${sql.val([...partyIds])}::uuid[]) as given (id, party_id)`.execute(
    ctx.db,
  )
}

/** By when a lead that arrives now is to be answered. */
async function respondByNow(ctx: Ctx): Promise<string | null> {
  const { responseMinutes } = await leadSettings(ctx)
  if (responseMinutes === null) return null
  const today = localDate(ctx.now(), ctx.timeZone)
  const calendar = await workingCalendar(ctx, today, addDays(today, daysAhead + 1))
  const due = afterWorkingMinutes(calendar, {
    since: ctx.now(),
    minutes: responseMinutes,
    timeZone: ctx.timeZone,
  })
  return due?.toISOString() ?? null
}
