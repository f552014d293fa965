import type { Migration } from '@peyvand/platform/server'

export const attachments: Migration = {
  id: '20261124T0940-attachments',
  sql: `alter table outgoing_messages add column file_ids uuid[] not null default '{}';`,
}
