import type { Migration } from '@peyvand/platform/server'

/** All referrals of a firm, newest first. */
export const referralsByTime: Migration = {
  id: '20261124T0900-referrals-by-time',
  sql: 'create index referrals_created on referrals (tenant_id, created_at desc, id desc) where not in_bin;',
}
