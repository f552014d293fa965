import type { Migration } from '@peyvand/platform/server'

export const webhookNotices: Migration = {
  id: '20261122T2310-webhook-notices',
  sql: `
alter table notifications drop constraint notifications_subject_type_check;
alter table notifications add constraint notifications_subject_type_check
  check (subject_type in ('referrals', 'activities', 'parties', 'operations', 'webhooks', 'day'));
`,
}
