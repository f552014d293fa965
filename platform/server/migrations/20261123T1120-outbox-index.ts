import type { Migration } from '../migrate.ts'

/** Only the nightly clean-up looked for events by their moment, and every write paid for it. */
export const outboxIndex: Migration = {
  id: '20261123T1120-outbox-index',
  sql: 'drop index outbox_at;',
}
