import type { Migration } from '@peyvand/platform/server'

/** What a bulk change made of each activity, so that its undo sees what was changed again since. */
export const bulkAfter: Migration = {
  id: '20261122T2310-bulk-after',
  sql: `alter table activity_bulk_changes add column after jsonb;`,
}
