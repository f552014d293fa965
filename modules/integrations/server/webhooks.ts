import { activeUser } from '@peyvand/identity/server'
import { AppError, badField, type Ctx, changesBetween, newId, requireVersion } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { CreateWebhook, UpdateWebhook, Webhook } from '../contract/index.ts'
import { enqueueDeliveries } from './deliver-job.ts'
import { getWebhook, loadWebhook, type WebhookRow } from './webhook-queries.ts'
import type { NewSecret } from './webhook-secret.ts'

const mostWebhooks = 50
const oldSecretHours = 24

/** Makes a webhook that is on. @throws AppError webhooks.tooMany (409), badInput (400) at `events`, `ignoredUserId` */
export async function createWebhook(
  ctx: Ctx,
  input: CreateWebhook,
  { secret, sealed }: NewSecret,
): Promise<{ webhook: Webhook; secret: string }> {
  await requireRoom(ctx)
  await checkReferences(ctx, input)
  const id = newId()
  await ctx.db
    .insertInto('webhooks')
    .values({
      tenantId: ctx.tenantId,
      id,
      ...input,
      secret: sealed,
      oldSecret: null,
      oldSecretUntil: null,
      isOn: true,
      stopReason: null,
      failingSince: null,
      heldUntil: null,
      runId: null,
      runUntil: null,
      createdAt: ctx.now().toISOString(),
    })
    .execute()
  ctx.audit({
    action: 'create',
    record: 'webhooks',
    recordId: id,
    label: input.name,
    changes: changesBetween({}, input),
  })
  return { webhook: await getWebhook(ctx, id), secret }
}

/**
 * Changes a webhook. Whoever switches it on, or gives another address, begins anew: earlier failures count no more.
 * @throws AppError notFound (404), versionConflict (409), badInput (400)
 */
export async function updateWebhook(
  ctx: Ctx,
  id: string,
  { version, ...input }: UpdateWebhook,
): Promise<Webhook> {
  const before = await loadWebhook(ctx, id)
  requireVersion(before, version, await getWebhook(ctx, id))
  await checkReferences(ctx, input)
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
  const changes = changesBetween<Partial<WebhookRow>>(before, given)
  if (Object.keys(changes).length === 0) return getWebhook(ctx, id)
  const isAnew = 'isOn' in changes || 'url' in changes
  await ctx.db
    .updateTable('webhooks')
    .set({
      ...given,
      ...(isAnew ? { failures: 0, failingSince: null, heldUntil: null } : {}),
      ...('isOn' in changes ? { stopReason: null } : {}),
      version: version + 1,
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  ctx.audit({ action: 'update', record: 'webhooks', recordId: id, label: before.name, changes })
  ctx.live({ topic: 'webhooks', id })
  // What still waits need not wait for the hour that the failures had set.
  if (isAnew) enqueueDeliveries(ctx, id)
  return getWebhook(ctx, id)
}

/** Deletes it with its log. @throws AppError notFound (404) */
export async function deleteWebhook(ctx: Ctx, id: string): Promise<void> {
  const { name } = await loadWebhook(ctx, id)
  await ctx.db.deleteFrom('webhooks').where('tenantId', '=', ctx.tenantId).where('id', '=', id).execute()
  ctx.audit({ action: 'delete', record: 'webhooks', recordId: id, label: name })
}

/** Gives it another secret; the old one signs as well for a day, so that receivers can change over. */
export async function renewSecret(
  ctx: Ctx,
  id: string,
  { secret, sealed }: NewSecret,
): Promise<{ webhook: Webhook; secret: string }> {
  const { name, secret: oldSecret } = await loadWebhook(ctx, id)
  const until = new Date(ctx.now().getTime() + oldSecretHours * 3_600_000)
  await ctx.db
    .updateTable('webhooks')
    .set({
      secret: sealed,
      oldSecret,
      oldSecretUntil: until.toISOString(),
      version: sql`version + 1`,
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  ctx.audit({
    action: 'update',
    record: 'webhooks',
    recordId: id,
    label: name,
    changes: { secret: { from: '•••', to: '•••' } },
  })
  return { webhook: await getWebhook(ctx, id), secret }
}

async function requireRoom(ctx: Ctx): Promise<void> {
  const { count } = await ctx.db
    .selectFrom('webhooks')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('tenantId', '=', ctx.tenantId)
    .executeTakeFirstOrThrow()
  if (Number(count) >= mostWebhooks)
    throw new AppError('webhooks.tooMany', { params: { most: mostWebhooks } })
}

async function checkReferences(
  ctx: Ctx,
  { events = [], ignoredUserId }: Pick<UpdateWebhook, 'events' | 'ignoredUserId'>,
): Promise<void> {
  const known = new Set(ctx.registry.publishedEvents.map(({ name }) => name))
  const unknown = events.find((event) => !known.has(event))
  if (unknown !== undefined) throw badField('events', 'webhooks.unknownEvent', { event: unknown })
  if (ignoredUserId && !(await activeUser(ctx, ignoredUserId))) throw badField('ignoredUserId', 'option')
}
