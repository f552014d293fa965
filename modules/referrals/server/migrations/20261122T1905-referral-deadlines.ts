import type { Migration } from '@peyvand/platform/server'

/** What is due around now in the whole firm, for reminders; referrals without a deadline do not weigh on it. */
export const referralDeadlines: Migration = {
  id: '20261122T1905-referral-deadlines',
  sql: `
create index referrals_deadline on referrals (tenant_id, deadline)
  where deadline is not null and state in ('new', 'seen', 'inProgress') and not in_bin;
`,
}
