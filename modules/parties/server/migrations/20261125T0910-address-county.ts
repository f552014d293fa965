import type { Migration } from '@peyvand/platform/server'

/** The county stands on official papers beside province and city. */
export const addressCounty: Migration = {
  id: '20261125T0910-address-county',
  sql: `
alter table addresses add column county text;
`,
}
