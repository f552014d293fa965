import { type Ctx, changesBetween, requireVersion } from '@peyvand/platform/server'
import type { FirmSettings, UpdateFirm } from '../contract/index.ts'

/** Settings of the firm at work: name, language, units, start of the fiscal year. */
export function firmSettings(ctx: Ctx): Promise<FirmSettings> {
  return ctx.db
    .selectFrom('firms')
    .select(['name', 'timeZone', 'moneyUnit', 'locale', 'logoFileId', 'fiscalStartMonth', 'version'])
    .where('tenantId', '=', ctx.tenantId)
    .executeTakeFirstOrThrow()
}

/** @throws AppError versionConflict (409) */
export async function updateFirm(ctx: Ctx, { version, ...input }: UpdateFirm): Promise<FirmSettings> {
  const before = await firmSettings(ctx)
  requireVersion(before, version, before)
  const given = Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as Partial<FirmSettings>
  await ctx.db
    .updateTable('firms')
    .set({ ...given, version: version + 1 })
    .where('tenantId', '=', ctx.tenantId)
    .execute()
  const after = await firmSettings(ctx)
  ctx.audit({ action: 'update', record: 'firms', label: after.name, changes: changesBetween(before, given) })
  return after
}
