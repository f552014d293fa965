import type { Ctx, Tables } from '@peyvand/platform/server'
import type { Updateable } from 'kysely'
import type { WebhookRow } from './webhook-queries.ts'

/** The webhook, locked against other runs; undefined when it is gone. */
export const lockedWebhook = (ctx: Ctx, id: string): Promise<WebhookRow | undefined> =>
  ctx.db
    .selectFrom('webhooks')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** Writes what the sending knows of a webhook; its settings and their version stay. */
export async function setWebhook(
  ctx: Ctx,
  id: string,
  changes: Pick<
    Updateable<Tables['webhooks']>,
    'failures' | 'failingSince' | 'heldUntil' | 'runId' | 'runUntil'
  >,
): Promise<void> {
  await ctx.db
    .updateTable('webhooks')
    .set(changes)
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}
