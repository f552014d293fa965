import { type Actor, type App, withCtx } from '@peyvand/platform/server'
import { attemptDelivery } from './deliver-job.ts'
import { createTestDelivery } from './deliveries.ts'

/** Delivers the test event now; answers the delivery's id. @throws AppError notFound (404) */
export async function testWebhook(app: App, actor: Actor, webhookId: string): Promise<string> {
  const begun = await withCtx(app, { actor, run: (ctx) => createTestDelivery(ctx, webhookId) })
  await attemptDelivery(app, actor, begun)
  return begun.delivery.id
}
