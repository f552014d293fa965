import { type Migration, tenantPolicy } from '@peyvand/platform/server'

/** How far the deadlines of referrals were told, so that each is read when its time has come and not every minute. */
export const dueMarks: Migration = {
  id: '20261124T1000-due-marks',
  sql: `
create table due_marks (
  tenant_id int not null primary key,
  told_until timestamptz not null
);
${tenantPolicy('due_marks')}
`,
}
