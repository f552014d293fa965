import type { Migration } from '@peyvand/platform/server'

/** Months may recur by their first or last day or by a weekday of them. */
export const monthlyOnColumn: Migration = {
  id: '20261122T1600-monthly-on',
  sql: `
alter table activity_series add column monthly_on text not null default 'day'
  check (monthly_on in ('day', 'firstDay', 'lastDay', 'weekday'));
`,
}
