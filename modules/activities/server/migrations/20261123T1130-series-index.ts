import type { Migration } from '@peyvand/platform/server'

/** An activity of no series, as nearly all are, needs no place in the index that keeps occurrences apart. */
export const seriesIndex: Migration = {
  id: '20261123T1130-series-index',
  sql: `
create unique index activities_occurrence on activities (tenant_id, series_id, occurrence) where series_id is not null;
alter table activities drop constraint activities_tenant_id_series_id_occurrence_key;
`,
}
