import type { Migration } from '../migrate.ts'

/**
 * Records that were written while a field was archived are not found by its words; whoever looks for texts in a field
 * by the search must know of it.
 */
export const reopenedFields: Migration = {
  id: '20261123T1120-reopened-fields',
  sql: `
alter table custom_fields add column reopened_at timestamptz;
update custom_fields f set reopened_at = now()
where archived_at is null and exists (
  select from audit_log a
  where a.tenant_id = f.tenant_id and a.record = 'customFields' and a.record_id = f.id and a.changes ? 'archivedAt');
`,
}
