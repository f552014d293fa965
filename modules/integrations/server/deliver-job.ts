import { type Actor, type App, type Ctx, defineJob, withCtx } from '@peyvand/platform/server'
import { z } from 'zod'
import { type Begun, beginDelivery, settleDelivery } from './attempt-delivery.ts'
import { callReceiver } from './call-receiver.ts'
import { signedHeaders } from './sign-webhook.ts'
import { bodyOf } from './webhook-body.ts'
import { openedSecret } from './webhook-secret.ts'

/** One attempt of one delivery. */
export const deliverJob = defineJob({
  name: 'integrations.deliver',
  payload: z.object({ deliveryId: z.uuid() }),
  run: ({ app, actor }, { deliveryId }) => deliver(app, actor, deliveryId),
})

/** Has a delivery attempted as soon as the transaction is over, or at a time. */
export function enqueueDelivery(ctx: Ctx, deliveryId: string, runAt?: Date): void {
  ctx.enqueue(
    deliverJob,
    { deliveryId },
    { key: `integrations.deliver:${deliveryId}`, ...(runAt ? { runAt } : {}) },
  )
}

/**
 * Attempts a delivery: what is to be sent is read in one transaction and what came of it written in another, between them
 * the receiver is spoken to. A run that dies in between is repeated, so a receiver may get an event twice.
 */
export async function deliver(app: App, actor: Actor, deliveryId: string): Promise<void> {
  const begun = await withCtx(app, {
    actor,
    run: async (ctx) => {
      const { ready, again } = await beginDelivery(ctx, deliveryId)
      if (again) enqueueDelivery(ctx, deliveryId, again)
      return ready
    },
  })
  if (!begun) return
  const exchange = await callReceiver(app, message(app, actor, begun))
  await withCtx(app, {
    actor,
    run: async (ctx) => {
      const again = await settleDelivery(ctx, deliveryId, exchange)
      if (again) enqueueDelivery(ctx, deliveryId, again)
    },
  })
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
