import { type Actor, handle, handlePrepared, type RouteHandler } from '@peyvand/platform/server'
import {
  createWebhookRoute,
  deleteWebhookRoute,
  getDeliveryRoute,
  getWebhookRoute,
  listDeliveriesRoute,
  listWebhookEventsRoute,
  listWebhooksRoute,
  renewWebhookSecretRoute,
  replayDeliveryRoute,
  replayFailedRoute,
  testWebhookRoute,
  updateWebhookRoute,
} from '../contract/index.ts'
import { getDelivery, listDeliveries, replayDelivery, replayFailed } from './deliveries.ts'
import { checkAddress } from './receiver-address.ts'
import { testWebhook } from './test-webhook.ts'
import { getWebhook, listWebhookEvents, listWebhooks } from './webhook-queries.ts'
import { newSecret } from './webhook-secret.ts'
import { createWebhook, deleteWebhook, renewSecret, updateWebhook } from './webhooks.ts'

export const integrationRoutes: readonly RouteHandler[] = [
  handle(listWebhooksRoute, async (ctx) => ({ items: await listWebhooks(ctx) })),
  handle(listWebhookEventsRoute, async (ctx) => ({ items: listWebhookEvents(ctx) })),
  handle(getWebhookRoute, (ctx, { params }) => getWebhook(ctx, params.id)),
  handlePrepared(
    createWebhookRoute,
    async (app, _actor, _http, { body }) => {
      await checkAddress(app, body.url)
      return newSecret(app)
    },
    (ctx, { body }, secret) => createWebhook(ctx, body, secret),
  ),
  handlePrepared(
    updateWebhookRoute,
    async (app, _actor, _http, { body }) => {
      if (body.url !== undefined) await checkAddress(app, body.url)
    },
    (ctx, { params, body }) => updateWebhook(ctx, params.id, body),
  ),
  handle(deleteWebhookRoute, (ctx, { params }) => deleteWebhook(ctx, params.id)),
  handlePrepared(
    renewWebhookSecretRoute,
    async (app) => newSecret(app),
    (ctx, { params }, secret) => renewSecret(ctx, params.id, secret),
  ),
  // The receiver is spoken to before the transaction of the answer opens.
  handlePrepared(
    testWebhookRoute,
    async (app, actor: Actor, _http, { params }) => ({
      id: await testWebhook(app, actor, params.id),
      publicUrl: app.publicUrl,
    }),
    (ctx, _input, { id, publicUrl }) => getDelivery(ctx, id, publicUrl),
  ),
  handle(listDeliveriesRoute, (ctx, { query }) => listDeliveries(ctx, query)),
  handlePrepared(
    getDeliveryRoute,
    async (app) => app.publicUrl,
    (ctx, { params }, publicUrl) => getDelivery(ctx, params.id, publicUrl),
  ),
  handle(replayDeliveryRoute, (ctx, { params }) => replayDelivery(ctx, params.id)),
  handle(replayFailedRoute, (ctx, { params }) => replayFailed(ctx, params.id)),
]
