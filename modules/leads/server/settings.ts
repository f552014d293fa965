import { type Ctx, changesBetween, requireVersion } from '@peyvand/platform/server'
import type { LeadSettings } from '../contract/index.ts'
import './tables.ts'

const unset: LeadSettings = { responseMinutes: 120, fitFrom: null, version: 0 }

/** What the firm set; a target of two hours where it set nothing. */
export async function leadSettings(ctx: Ctx): Promise<LeadSettings> {
  const row = await ctx.db
    .selectFrom('leadSettings')
    .select(['responseMinutes', 'fitFrom', 'version'])
    .where('tenantId', '=', ctx.tenantId)
    .executeTakeFirst()
  return row ?? unset
}

/** Clocks that run keep the target under which they began. @throws AppError versionConflict (409) */
export async function updateLeadSettings(
  ctx: Ctx,
  { version, responseMinutes, fitFrom }: LeadSettings,
): Promise<LeadSettings> {
  const before = await leadSettings(ctx)
  requireVersion(before, version, before)
  const values = { responseMinutes, fitFrom, version: version + 1 }
  await ctx.db
    .insertInto('leadSettings')
    .values({ tenantId: ctx.tenantId, ...values })
    .onConflict((oc) => oc.column('tenantId').doUpdateSet(values))
    .execute()
  const changes = changesBetween<Partial<LeadSettings>>(
    { responseMinutes: before.responseMinutes, fitFrom: before.fitFrom },
    { responseMinutes, fitFrom },
  )
  ctx.audit({ action: 'update', record: 'leadSettings', label: '', changes })
  return leadSettings(ctx)
}
