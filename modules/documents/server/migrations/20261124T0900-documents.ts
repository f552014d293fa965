import { type Migration, tenantPolicy } from '@peyvand/platform/server'

export const documentTables: Migration = {
  id: '20261124T0900-documents',
  sql: `
create table document_settings (
  tenant_id int not null primary key,
  rules jsonb not null,
  valid_days int,
  due_days int,
  round_to int not null,
  version int not null default 1
);

create table documents (
  tenant_id int not null,
  id uuid not null,
  kind text not null,
  -- Of the kind, so that one index tells sales from purchases.
  side text not null check (side in ('sales', 'purchase')),
  status text not null check (status in
    ('draft', 'waiting', 'issued', 'accepted', 'rejected', 'superseded', 'done', 'cancelled')),
  -- Given at the issue; a revision keeps that of the one before it.
  number text,
  fiscal_year int,
  revision int not null default 0,
  revised_from uuid,
  title text,
  party_id uuid not null,
  contact_id uuid,
  deal_id uuid,
  owner_id uuid,
  team_id uuid,
  issued_on date not null,
  valid_until date,
  due_on date,
  promised_on date,
  preparation_id uuid,
  currency text not null,
  exchange_rate numeric(15, 6) check (exchange_rate > 0),
  settlement text not null check (settlement in ('cash', 'credit')),
  channel text not null,
  discount_codes text[] not null,
  shipping_method_id uuid,
  ship_to text,
  vehicle text,
  driver text,
  terms text,
  note text,
  internal_note text,
  round_to int not null,
  charges jsonb not null,
  -- In minor units of the currency; sums of the lines.
  gross bigint not null,
  discount bigint not null,
  net bigint not null,
  charges_amount bigint not null,
  vat bigint not null,
  rounding bigint not null,
  total bigint not null,
  -- By the exchange rate; null where it is missing.
  net_rial bigint,
  vat_rial bigint,
  total_rial bigint,
  -- The other side and the firm as they were named at the issue.
  party_block jsonb,
  firm_block jsonb,
  approval jsonb,
  sent_at timestamptz,
  seen_at timestamptz,
  answer jsonb,
  cancelled_reason text,
  custom jsonb not null default '{}',
  search text not null,
  origin text not null check (origin in ('manual', 'import', 'api')),
  origin_id uuid,
  issued_at timestamptz,
  issued_by uuid,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  version int not null default 1,
  primary key (tenant_id, id),
  check ((number is null) = (status in ('draft', 'waiting'))),
  check (total = net + charges_amount + vat + rounding),
  check (net = gross - discount)
);
alter table documents add constraint documents_party_id
  foreign key (tenant_id, party_id) references parties (tenant_id, id);
alter table documents add constraint documents_contact_id
  foreign key (tenant_id, contact_id) references parties (tenant_id, id);
alter table documents add constraint documents_deal_id
  foreign key (tenant_id, deal_id) references deals (tenant_id, id);
alter table documents add constraint documents_revised_from
  foreign key (tenant_id, revised_from) references documents (tenant_id, id);
alter table documents add constraint documents_shipping_method_id
  foreign key (tenant_id, shipping_method_id) references list_values (tenant_id, id);
alter table documents add constraint documents_preparation_id
  foreign key (tenant_id, preparation_id) references list_values (tenant_id, id);
create unique index documents_number on documents (tenant_id, kind, number, revision) where number is not null;
create index documents_day on documents (tenant_id, kind, issued_on desc, id desc) where deleted_at is null;
create index documents_owner on documents (tenant_id, owner_id, issued_on desc, id desc) where deleted_at is null;
create index documents_team on documents (tenant_id, team_id, issued_on desc, id desc) where deleted_at is null;
create index documents_updated on documents (tenant_id, updated_at desc, id desc) where deleted_at is null;
create index documents_party on documents (tenant_id, party_id, issued_on desc);
create index documents_contact on documents (tenant_id, contact_id) where contact_id is not null;
create index documents_deal on documents (tenant_id, deal_id) where deal_id is not null;
create index documents_revised on documents (tenant_id, revised_from) where revised_from is not null;
create index documents_search on documents using gin (tenant_id, search gin_trgm_ops);

create table document_lines (
  tenant_id int not null,
  id uuid not null,
  document_id uuid not null,
  position int not null,
  product_id uuid,
  code text not null,
  name text not null,
  tax_code text,
  description text,
  unit_id uuid,
  quantity numeric(15, 6) not null check (quantity > 0),
  price_by text not null check (price_by in ('list', 'hand', 'source')),
  list_price bigint not null,
  unit_price bigint not null,
  floor bigint,
  below_floor boolean not null,
  manual jsonb,
  gross bigint not null,
  discount bigint not null,
  net bigint not null,
  vat_class_id uuid,
  vat_treatment text not null,
  vat_percent numeric(5, 2) not null,
  vat_name text not null,
  vat_amount bigint not null,
  total bigint not null,
  why jsonb not null,
  configuration jsonb,
  note text,
  from_line_id uuid,
  serials text[] not null,
  primary key (tenant_id, id),
  check (net = gross - discount),
  check (total = net + vat_amount)
);
alter table document_lines add constraint document_lines_document_id
  foreign key (tenant_id, document_id) references documents (tenant_id, id) on delete cascade;
alter table document_lines add constraint document_lines_product_id
  foreign key (tenant_id, product_id) references products (tenant_id, id);
alter table document_lines add constraint document_lines_unit_id
  foreign key (tenant_id, unit_id) references list_values (tenant_id, id);
alter table document_lines add constraint document_lines_from_line_id
  foreign key (tenant_id, from_line_id) references document_lines (tenant_id, id);
create index document_lines_document on document_lines (tenant_id, document_id, position);
create index document_lines_from on document_lines (tenant_id, from_line_id) where from_line_id is not null;
create index document_lines_product on document_lines (tenant_id, product_id) where product_id is not null;

-- LIKE loses its index under row-level security, so this runs as its owner. Patterns stand in the statement as
-- literals, so that the planner knows how rare each one is.
create function search_documents(patterns text[]) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query execute
    'select id from documents where tenant_id = $1'
    || (select string_agg(format(' and search like %L', pattern), '') from unnest(patterns) as pattern)
    using nullif(current_setting('app.tenant_id', true), '')::int;
end $$;

${tenantPolicy('document_settings', 'documents', 'document_lines')}
`,
}
