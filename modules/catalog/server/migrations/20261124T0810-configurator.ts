import { type Migration, tenantPolicy } from '@peyvand/platform/server'

export const configuratorTables: Migration = {
  id: '20261124T0810-configurator',
  sql: `
create table configurators (
  tenant_id int not null,
  product_id uuid not null,
  -- Written and read as a whole; nothing ever asks for one option alone.
  groups jsonb not null,
  rules jsonb not null,
  -- Products that options bring along, so that they are not deleted meanwhile.
  part_ids uuid[] not null,
  updated_at timestamptz not null,
  updated_by uuid,
  version int not null,
  primary key (tenant_id, product_id)
);
alter table configurators add constraint configurators_product_id
  foreign key (tenant_id, product_id) references products (tenant_id, id) on delete cascade;

create table product_configurations (
  tenant_id int not null,
  id uuid not null,
  product_id uuid not null,
  name text not null,
  options jsonb not null,
  created_at timestamptz not null,
  created_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, product_id, name)
);
alter table product_configurations add constraint product_configurations_product_id
  foreign key (tenant_id, product_id) references products (tenant_id, id) on delete cascade;

${tenantPolicy('configurators', 'product_configurations')}
`,
}
