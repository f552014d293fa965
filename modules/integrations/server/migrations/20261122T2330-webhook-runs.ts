import type { Migration } from '@peyvand/platform/server'

/** One run at a time sends for a webhook, what is due first. */
export const webhookRuns: Migration = {
  id: '20261122T2330-webhook-runs',
  sql: `
alter table webhooks add column run_id uuid, add column run_until timestamptz;
create index webhook_deliveries_due on webhook_deliveries (tenant_id, webhook_id, next_attempt_at, id)
  where state = 'waiting';
`,
}
