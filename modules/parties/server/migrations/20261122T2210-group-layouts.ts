import type { Migration } from '@peyvand/platform/server'

export const groupLayouts: Migration = {
  id: '20261122T2210-group-layouts',
  sql: 'alter table party_groups add column layout jsonb;',
}
