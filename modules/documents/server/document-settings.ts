import { type Ctx, changesBetween, json, requireVersion } from '@peyvand/platform/server'
import type { DocumentSettings, DocumentSettingsChange } from '../contract/index.ts'
import './tables.ts'

/** A firm that has set nothing asks for approval below the floor, and offers hold for two weeks. */
const untouched: DocumentSettings = {
  rules: [{ kinds: [], discountOver: null, amountOver: null, belowFloor: true, creditOver: null }],
  validDays: 14,
  dueDays: 30,
  roundTo: 0,
  billing: 'byHand',
  version: 0,
}

export async function documentSettings(ctx: Ctx): Promise<DocumentSettings> {
  const row = await ctx.db
    .selectFrom('documentSettings')
    .select(['rules', 'validDays', 'dueDays', 'roundTo', 'billing', 'version'])
    .where('tenantId', '=', ctx.tenantId)
    .executeTakeFirst()
  return row ?? untouched
}

/** @throws AppError versionConflict (409) */
export async function updateDocumentSettings(
  ctx: Ctx,
  { version, ...settings }: DocumentSettingsChange,
): Promise<DocumentSettings> {
  const before = await documentSettings(ctx)
  requireVersion(before, version, before)
  const columns = { ...settings, rules: json(settings.rules), version: version + 1 }
  await ctx.db
    .insertInto('documentSettings')
    .values({ tenantId: ctx.tenantId, ...columns })
    .onConflict((oc) => oc.column('tenantId').doUpdateSet(columns))
    .execute()
  ctx.audit({
    action: 'update',
    record: 'documentSettings',
    changes: changesBetween<Record<string, unknown>>(before, settings),
  })
  return documentSettings(ctx)
}
