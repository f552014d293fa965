import { type Migration, tenantPolicy } from '@peyvand/platform/server'

export const bulkProducts: Migration = {
  id: '20261124T1210-bulk-products',
  sql: `
-- What products and prices were before a change of many, for as long as it can be taken back.
create table product_bulk_changes (
  tenant_id int not null,
  operation_id uuid not null,
  product_id uuid not null,
  before jsonb not null,
  primary key (tenant_id, operation_id, product_id)
);
alter table product_bulk_changes add constraint product_bulk_changes_product_id
  foreign key (tenant_id, product_id) references products (tenant_id, id) on delete cascade;

create table price_adjustments (
  tenant_id int not null,
  operation_id uuid not null,
  list_id uuid not null,
  product_id uuid not null,
  unit_id uuid not null,
  min_quantity numeric(18, 6) not null,
  price bigint not null,
  floor bigint,
  new_price bigint not null,
  new_floor bigint,
  primary key (tenant_id, operation_id, product_id, unit_id, min_quantity)
);
alter table price_adjustments add constraint price_adjustments_list_id
  foreign key (tenant_id, list_id) references price_lists (tenant_id, id) on delete cascade;

${tenantPolicy('product_bulk_changes', 'price_adjustments')}
`,
}
