import { type Actor, type App, type Ctx, defineJob, newId, withCtx } from '@peyvand/platform/server'
import { z } from 'zod'
import { type Begun, beginDelivery } from './begin-delivery.ts'
import { callReceiver } from './call-receiver.ts'
import { settleDelivery } from './settle-delivery.ts'
import { signedHeaders } from './sign-webhook.ts'
import { bodyOf } from './webhook-body.ts'
import { openedSecret } from './webhook-secret.ts'

const mostAtOnce = 200
const longestMs = 20_000

/**
 * Sends what is due of one webhook, one after the other, until nothing is left or others should have their turn. No
 * second run of the same webhook goes on beside it, so that a slow receiver takes the time of one worker only.
 */
export const deliverJob = defineJob({
  name: 'integrations.deliver',
  payload: z.object({ webhookId: z.uuid() }),
  run: async ({ app, actor, inFirm }, { webhookId }) => {
    const runId = newId()
    const until = performance.now() + longestMs
    for (let sent = 0; ; sent++) {
      const isOver = sent >= mostAtOnce || performance.now() > until
      const begun = await inFirm(async (ctx) => {
        const next = await beginDelivery(ctx, { webhookId, runId, isOver })
        if (next.type === 'more') enqueueDeliveries(ctx, webhookId)
        if (next.type === 'later') enqueueDeliveries(ctx, webhookId, next.at)
        return next.type === 'send' ? next : null
      })
      if (!begun) return
      await attemptDelivery(app, actor, begun)
    }
  },
})

/** Has the deliveries of a webhook that are due sent: as soon as the transaction is over, or at a time. */
export function enqueueDeliveries(ctx: Ctx, webhookId: string, runAt?: Date): void {
  ctx.enqueue(
    deliverJob,
    { webhookId },
    { key: `integrations.deliver:${webhookId}`, ...(runAt ? { runAt } : {}) },
  )
}

/**
 * Speaks to the receiver, in no transaction, and writes what came of it. A run that dies in between is repeated, so a
 * receiver may get an event twice.
 */
export async function attemptDelivery(app: App, actor: Actor, begun: Begun): Promise<void> {
  const exchange = await callReceiver(app, message(app, actor, begun))
  await withCtx(app, { actor, run: (ctx) => settleDelivery(ctx, begun, exchange) })
}

function message(app: App, { firm }: Actor, { delivery, webhook }: Begun) {
  const at = app.now()
  const { secret, oldSecret, oldSecretUntil } = webhook
  const isOldValid = oldSecret !== null && oldSecretUntil !== null && new Date(oldSecretUntil) > at
  const body = bodyOf(delivery, { firm, publicUrl: app.publicUrl, registry: app.registry })
  const secrets = [secret, ...(isOldValid ? [oldSecret] : [])].map((sealed) => openedSecret(app, sealed))
  return {
    url: webhook.url,
    body,
    headers: signedHeaders({ id: delivery.eventId, body, secrets, at }),
  }
}
