import type { Migration } from '@peyvand/platform/server'

/** Forecasts read sums and pages of a pipeline by expected close. */
export const dealForecast: Migration = {
  id: '20261124T1010-deal-forecast',
  sql: `
create index deals_forecast on deals (tenant_id, pipeline_id, expected_close_on, id)
  include (stage_id, amount, owner_id, team_id, outcome) where deleted_at is null;
`,
}
