import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { type StopReason, webhookStopped } from '../contract/index.ts'
import type { WebhookRow } from './webhook-queries.ts'

/** Peyvand switches a webhook off by itself and says so. */
export async function stopWebhook(
  ctx: Ctx,
  { id, name }: Pick<WebhookRow, 'id' | 'name'>,
  reason: StopReason,
): Promise<void> {
  await ctx.db
    .updateTable('webhooks')
    .set({ isOn: false, stopReason: reason, version: sql`version + 1` })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  ctx.audit({
    action: 'update',
    record: 'webhooks',
    recordId: id,
    label: name,
    changes: { isOn: { from: true, to: false }, stopReason: { from: null, to: reason } },
  })
  ctx.emit(webhookStopped, { webhookId: id, reason })
}
