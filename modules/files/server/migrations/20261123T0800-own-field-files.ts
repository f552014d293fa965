import type { Migration } from '@peyvand/platform/server'

/** Files that an own field held until then; kept for as long as the change can be undone. */
export const ownFieldFiles: Migration = {
  id: '20261123T0800-own-field-files',
  sql: `
alter table attachments add column let_go_at timestamptz;
create index attachments_let_go on attachments (tenant_id, let_go_at) where let_go_at is not null;
`,
}
