import type { Migration } from '@peyvand/platform/server'

export const documentNotices: Migration = {
  id: '20261124T1300-document-notices',
  sql: `
alter table notifications drop constraint notifications_subject_type_check;
alter table notifications add constraint notifications_subject_type_check
  check (subject_type in ('referrals', 'activities', 'parties', 'documents', 'operations', 'webhooks', 'day'));
`,
}
