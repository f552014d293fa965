import { type Ctx, changesBetween, json, requireVersion, type Tables } from '@peyvand/platform/server'
import type { Selectable } from 'kysely'
import type { SaveSmsGateway, SmsGateway } from '../contract/index.ts'
import './tables.ts'

export type SmsGatewayRow = Selectable<Tables['smsGateways']>

export async function smsGatewayRow(ctx: Ctx): Promise<SmsGatewayRow | null> {
  const row = await ctx.db
    .selectFrom('smsGateways')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .executeTakeFirst()
  return row ?? null
}

export async function getSmsGateway(ctx: Ctx): Promise<SmsGateway | null> {
  const row = await smsGatewayRow(ctx)
  return row && view(row)
}

/** Whether the firm can send SMS. */
export const hasSmsGateway = async (ctx: Ctx): Promise<boolean> => (await smsGatewayRow(ctx)) !== null

/** The key is kept only for the gateway it was given for. @throws AppError versionConflict (409) */
export async function saveSmsGateway(
  ctx: Ctx,
  { version, secret, ...input }: SaveSmsGateway,
  seal: (secret: string) => string,
): Promise<SmsGateway> {
  const before = await smsGatewayRow(ctx)
  requireVersion(before ?? { version: 0 }, version, before && view(before))
  const stays =
    before !== null && before.provider === input.provider && before.generic?.url === input.generic?.url
  const row = {
    ...input,
    secret: secret ? seal(secret) : secret === undefined && stays ? before.secret : null,
    version: version + 1,
  }
  const values = { ...row, generic: row.generic === null ? null : json(row.generic) }
  await ctx.db
    .insertInto('smsGateways')
    .values({ tenantId: ctx.tenantId, ...values })
    .onConflict((oc) => oc.column('tenantId').doUpdateSet(values))
    .execute()
  const after = { tenantId: ctx.tenantId, ...row }
  ctx.audit({
    action: 'update',
    record: 'smsGateway',
    label: row.provider,
    changes: changesBetween(before ? view(before) : {}, {
      ...view(after),
      ...(secret ? { secret: '•••' } : {}),
    }),
  })
  return view(after)
}

export async function deleteSmsGateway(ctx: Ctx): Promise<void> {
  const row = await smsGatewayRow(ctx)
  if (!row) return
  await ctx.db.deleteFrom('smsGateways').where('tenantId', '=', ctx.tenantId).execute()
  ctx.audit({ action: 'delete', record: 'smsGateway', label: row.provider })
}

const view = ({ tenantId: _t, secret, ...row }: SmsGatewayRow): SmsGateway => ({
  ...row,
  hasSecret: secret !== null,
})
