import type { Migration } from '@peyvand/platform/server'

/** Lets the file of a party with a long history tell its open activities without reading the finished ones. */
export const openActivitiesIndex: Migration = {
  id: '20261122T1500-open-activities',
  sql: `
create index activities_open_by_id on activities (tenant_id, id) include (deadline_at, confidentiality, owner_id, team_id)
  where status in ('planned', 'inProgress') and deleted_at is null;
`,
}
