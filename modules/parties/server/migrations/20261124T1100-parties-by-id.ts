import type { Migration } from '@peyvand/platform/server'

/** Whose a party is, in the order of its id: lists that begin at values or activities need no more of it to be seen. */
export const partiesById: Migration = {
  id: '20261124T1100-parties-by-id',
  sql: `
create index parties_by_id on parties (tenant_id, id) include (owner_id, team_id) where deleted_at is null;
`,
}
