import { defineModule, may } from '@peyvand/platform/server'
import { en } from '../contract/en.ts'
import { fa } from '../contract/fa.ts'
import { integrationsPermissions, webhookStopped } from '../contract/index.ts'
import { cleanUpDeliveriesJob } from './clean-up.ts'
import { deliverJob } from './deliver-job.ts'
import { webhookTables } from './migrations/20261122T2300-webhooks.ts'
import { webhookRuns } from './migrations/20261122T2330-webhook-runs.ts'
import { queueDeliveriesListener } from './queue-deliveries.ts'
import { integrationRoutes } from './routes.ts'

export const integrationsModule = defineModule({
  name: 'integrations',
  texts: { fa, en },
  permissions: integrationsPermissions,
  errors: {
    'webhooks.tooMany': 409,
    'webhooks.isOff': 409,
    'webhooks.stillWaiting': 409,
    'webhooks.testOnly': 409,
  },
  events: [webhookStopped],
  routes: integrationRoutes,
  migrations: [webhookTables, webhookRuns],
  listeners: [queueDeliveriesListener],
  jobs: [deliverJob, cleanUpDeliveriesJob],
  live: [{ topic: 'webhooks', canSee: async (ctx) => may(ctx.actor, 'webhooks.manage') }],
})
