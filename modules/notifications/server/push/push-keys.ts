import { type App, type Ctx, decryptSecret, encryptSecret } from '@peyvand/platform/server'
import '../tables.ts'
import { newVapidKeys, type VapidKeys } from './vapid.ts'

const purpose = 'notifications.push'
type Secret = Pick<App, 'secretKey'>

/** The firm's keys, or null before their first use. */
export async function pushKeys(ctx: Ctx, { secretKey }: Secret): Promise<VapidKeys | null> {
  const row = await ctx.db
    .selectFrom('pushKeys')
    .select(['publicKey', 'privateKey'])
    .where('tenantId', '=', ctx.tenantId)
    .executeTakeFirst()
  return row ? { ...row, privateKey: decryptSecret(secretKey, purpose, row.privateKey) } : null
}

/** The firm's keys, made at their first use. Of two that ask at once, both get the same. */
export async function ensurePushKeys(ctx: Ctx, secret: Secret): Promise<VapidKeys> {
  const known = await pushKeys(ctx, secret)
  if (known) return known
  const made = newVapidKeys()
  await ctx.db
    .insertInto('pushKeys')
    .values({
      tenantId: ctx.tenantId,
      publicKey: made.publicKey,
      privateKey: encryptSecret(secret.secretKey, purpose, made.privateKey),
    })
    .onConflict((oc) => oc.doNothing())
    .execute()
  return (await pushKeys(ctx, secret)) ?? made
}
