import type { Migration } from '@peyvand/platform/server'

/** Who sees only own parties gets them in the orders of the list without reading everyone else's on the way. */
export const ownListIndexes: Migration = {
  id: '20261122T1510-own-lists',
  sql: `
create index parties_owner_name on parties (tenant_id, owner_id, display_name collate "fa-x-icu", id) where deleted_at is null;
create index parties_owner_next_contact on parties (tenant_id, owner_id, next_contact_on, id) where deleted_at is null;
create index parties_owner_last_contact on parties (tenant_id, owner_id, last_contact_at desc nulls last, id desc)
  where deleted_at is null;
`,
}
