import { firmSettings } from '@peyvand/identity/server'
import { type Ctx, changesBetween, requireVersion } from '@peyvand/platform/server'
import type { FirmBlock, FirmBlockInput, PartyBlock } from '../../contract/index.ts'
import './tables.ts'

/** How papers name the firm: what was set, or its name alone. */
export async function firmBlock(ctx: Ctx): Promise<PartyBlock> {
  const { version: _, ...block } = await getFirmBlock(ctx)
  return block
}

/** The same for its settings; version 0 where nothing was set. */
export async function getFirmBlock(ctx: Ctx): Promise<FirmBlock> {
  const row = await ctx.db
    .selectFrom('documentFirms')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .executeTakeFirst()
  if (!row) return { ...nothingSet, name: (await firmSettings(ctx)).name }
  const { tenantId: _, ...block } = row
  return block
}

/** @throws AppError versionConflict (409) */
export async function updateFirmBlock(ctx: Ctx, { version, ...block }: FirmBlockInput): Promise<FirmBlock> {
  const before = await getFirmBlock(ctx)
  requireVersion(before, version, before)
  const after = { ...block, version: version + 1 }
  await ctx.db
    .insertInto('documentFirms')
    .values({ ...after, tenantId: ctx.tenantId })
    .onConflict((oc) => oc.column('tenantId').doUpdateSet(after))
    .execute()
  ctx.audit({
    action: 'update',
    record: 'documentFirms',
    label: after.name,
    changes: changesBetween({ ...before }, block),
  })
  return after
}

const nothingSet: Omit<FirmBlock, 'name'> = {
  kind: 'organization',
  nationalId: null,
  economicCode: null,
  registrationNumber: null,
  province: null,
  county: null,
  city: null,
  postalCode: null,
  address: null,
  phone: null,
  fax: null,
  version: 0,
}
