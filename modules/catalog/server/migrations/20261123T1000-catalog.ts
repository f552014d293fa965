import { type Migration, tenantPolicy } from '@peyvand/platform/server'

export const catalogTables: Migration = {
  id: '20261123T1000-catalog',
  sql: `
create table vat_classes (
  tenant_id int not null,
  id uuid not null,
  -- Set for those that a firm starts with.
  key text,
  name text not null,
  treatment text not null check (treatment in ('standard', 'special', 'zero', 'exempt')),
  archived_at timestamptz,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, key)
);

create table vat_rates (
  tenant_id int not null,
  class_id uuid not null,
  valid_from date not null,
  percent numeric(5, 2) not null check (percent between 0 and 100),
  primary key (tenant_id, class_id, valid_from)
);
alter table vat_rates add constraint vat_rates_class_id
  foreign key (tenant_id, class_id) references vat_classes (tenant_id, id) on delete cascade;

create table product_groups (
  tenant_id int not null,
  id uuid not null,
  parent_id uuid,
  name text not null,
  position int not null,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id)
);
alter table product_groups add constraint product_groups_parent_id
  foreign key (tenant_id, parent_id) references product_groups (tenant_id, id);
create index product_groups_parent on product_groups (tenant_id, parent_id, position);

create table products (
  tenant_id int not null,
  id uuid not null,
  kind text not null check (kind in ('goods', 'service', 'bundle')),
  code text not null,
  name text not null,
  name_latin text,
  group_id uuid,
  -- The base unit: factors and smallest quantities are counted in it.
  unit_id uuid not null,
  vat_class_id uuid not null,
  tax_code text,
  tracking text not null check (tracking in ('none', 'serial', 'lot')),
  warranty_months int,
  warranty_terms text,
  description text,
  active boolean not null,
  custom jsonb not null default '{}',
  search text not null,
  source text not null check (source in ('manual', 'import', 'api')),
  source_id uuid,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);
alter table products add constraint products_group_id
  foreign key (tenant_id, group_id) references product_groups (tenant_id, id);
alter table products add constraint products_unit_id
  foreign key (tenant_id, unit_id) references list_values (tenant_id, id);
alter table products add constraint products_vat_class_id
  foreign key (tenant_id, vat_class_id) references vat_classes (tenant_id, id);
create index products_name on products (tenant_id, name collate "fa-x-icu", id);
create index products_updated on products (tenant_id, updated_at desc, id desc);
create index products_group on products (tenant_id, group_id);
create index products_search on products using gin (tenant_id, search gin_trgm_ops);

create table product_units (
  tenant_id int not null,
  product_id uuid not null,
  unit_id uuid not null,
  -- Base units in one of this; the base unit itself has a row of 1.
  factor numeric(18, 6) not null check (factor > 0),
  barcode text,
  position int not null,
  primary key (tenant_id, product_id, unit_id),
  unique (tenant_id, barcode)
);
alter table product_units add constraint product_units_product_id
  foreign key (tenant_id, product_id) references products (tenant_id, id) on delete cascade;
alter table product_units add constraint product_units_unit_id
  foreign key (tenant_id, unit_id) references list_values (tenant_id, id);

create table bundle_parts (
  tenant_id int not null,
  bundle_id uuid not null,
  product_id uuid not null,
  -- In base units of the part.
  quantity numeric(18, 6) not null check (quantity > 0),
  position int not null,
  primary key (tenant_id, bundle_id, product_id)
);
alter table bundle_parts add constraint bundle_parts_bundle_id
  foreign key (tenant_id, bundle_id) references products (tenant_id, id) on delete cascade;
alter table bundle_parts add constraint bundle_parts_product_id
  foreign key (tenant_id, product_id) references products (tenant_id, id);
create index bundle_parts_product on bundle_parts (tenant_id, product_id);

create table price_lists (
  tenant_id int not null,
  id uuid not null,
  name text not null,
  currency text not null,
  level_ids uuid[] not null,
  groups text[] not null,
  channels text[] not null,
  valid_from date,
  valid_to date,
  active boolean not null,
  position int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id)
);
create index price_lists_position on price_lists (tenant_id, position);

create table prices (
  tenant_id int not null,
  list_id uuid not null,
  product_id uuid not null,
  unit_id uuid not null,
  min_quantity numeric(18, 6) not null check (min_quantity >= 0),
  -- Of one unit, in minor units of the list's currency.
  price bigint not null check (price >= 0),
  floor bigint check (floor >= 0),
  primary key (tenant_id, list_id, product_id, unit_id, min_quantity)
);
alter table prices add constraint prices_list_id
  foreign key (tenant_id, list_id) references price_lists (tenant_id, id);
alter table prices add constraint prices_product_id
  foreign key (tenant_id, product_id) references products (tenant_id, id);
alter table prices add constraint prices_unit_id
  foreign key (tenant_id, unit_id) references list_values (tenant_id, id);
create index prices_product on prices (tenant_id, product_id);

create table discount_rules (
  tenant_id int not null,
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('percent', 'amount')),
  percent numeric(5, 2) check (percent between 0 and 100),
  amount bigint check (amount >= 0),
  currency text not null,
  min_quantity numeric(18, 6) not null check (min_quantity >= 0),
  product_ids uuid[] not null,
  product_group_ids uuid[] not null,
  level_ids uuid[] not null,
  groups text[] not null,
  channels text[] not null,
  code text,
  stackable boolean not null,
  valid_from date,
  valid_to date,
  active boolean not null,
  position int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  check (kind = 'amount' or percent is not null),
  check (kind = 'percent' or amount is not null)
);
create index discount_rules_position on discount_rules (tenant_id, position);

-- LIKE loses its index under row-level security, so this runs as its owner. Patterns stand in the statement as
-- literals, so that the planner knows how rare each one is.
create function search_products(patterns text[]) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query execute
    'select id from products where tenant_id = $1'
    || (select string_agg(format(' and search like %L', pattern), '') from unnest(patterns) as pattern)
    using nullif(current_setting('app.tenant_id', true), '')::int;
end $$;

${tenantPolicy(
  'vat_classes',
  'vat_rates',
  'product_groups',
  'products',
  'product_units',
  'bundle_parts',
  'price_lists',
  'prices',
  'discount_rules',
)}
`,
}
