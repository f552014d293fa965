import { type Migration, tenantPolicy } from '@peyvand/platform/server'

/** What deals were before a change of many. */
export const dealBulk: Migration = {
  id: '20261124T1020-deal-bulk',
  sql: `
create table deal_bulk_changes (
  tenant_id int not null,
  operation_id uuid not null,
  deal_id uuid not null,
  before jsonb not null,
  primary key (tenant_id, operation_id, deal_id)
);
alter table deal_bulk_changes add constraint deal_bulk_changes_deal_id
  foreign key (tenant_id, deal_id) references deals (tenant_id, id) on delete cascade;

${tenantPolicy('deal_bulk_changes')}
`,
}
