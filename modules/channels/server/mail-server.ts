import { type Ctx, changesBetween, requireVersion, type Tables } from '@peyvand/platform/server'
import type { Selectable } from 'kysely'
import type { MailServer, SaveMailServer } from '../contract/index.ts'
import './tables.ts'

export type MailServerRow = Selectable<Tables['mailServers']>

export async function mailServerRow(ctx: Ctx): Promise<MailServerRow | null> {
  const row = await ctx.db
    .selectFrom('mailServers')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .executeTakeFirst()
  return row ?? null
}

export async function getMailServer(ctx: Ctx): Promise<MailServer | null> {
  const row = await mailServerRow(ctx)
  return row && view(row)
}

/** Whether the firm can send e-mail. */
export const hasMailServer = async (ctx: Ctx): Promise<boolean> => (await mailServerRow(ctx)) !== null

/**
 * `seal` encrypts the secret. Another host or user with the old password would hand it to strangers, so it is kept
 * only where both stay. @throws AppError versionConflict (409)
 */
export async function saveMailServer(
  ctx: Ctx,
  { version, secret, ...input }: SaveMailServer,
  seal: (secret: string) => string,
): Promise<MailServer> {
  const before = await mailServerRow(ctx)
  requireVersion(before ?? { version: 0 }, version, before && view(before))
  const stays = before !== null && before.host === input.host && before.username === input.username
  const row = {
    ...input,
    secret: secret ? seal(secret) : secret === undefined && stays ? before.secret : null,
    version: version + 1,
  }
  await ctx.db
    .insertInto('mailServers')
    .values({ tenantId: ctx.tenantId, ...row })
    .onConflict((oc) => oc.column('tenantId').doUpdateSet(row))
    .execute()
  const after = { tenantId: ctx.tenantId, ...row }
  ctx.audit({
    action: 'update',
    record: 'mailServer',
    label: row.host,
    changes: changesBetween(before ? view(before) : {}, {
      ...view(after),
      ...(secret ? { secret: '•••' } : {}),
    }),
  })
  return view(after)
}

export async function deleteMailServer(ctx: Ctx): Promise<void> {
  const row = await mailServerRow(ctx)
  if (!row) return
  await ctx.db.deleteFrom('mailServers').where('tenantId', '=', ctx.tenantId).execute()
  ctx.audit({ action: 'delete', record: 'mailServer', label: row.host })
}

const view = ({ tenantId: _t, secret, ...row }: MailServerRow): MailServer => ({
  ...row,
  hasSecret: secret !== null,
})
