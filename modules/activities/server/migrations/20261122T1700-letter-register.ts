import type { Migration } from '@peyvand/platform/server'

/** A firm may keep several registers: a letter names the one that it belongs to. */
export const letterRegister: Migration = {
  id: '20261122T1700-letter-register',
  sql: 'alter table letters add column register_id uuid;',
}
