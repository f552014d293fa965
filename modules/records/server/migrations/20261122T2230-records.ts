import { type Migration, tenantPolicy } from '@peyvand/platform/server'

export const recordTables: Migration = {
  id: '20261122T2230-records',
  sql: `
create table record_kinds (
  tenant_id int not null,
  id uuid not null,
  key text not null,
  name_fa text not null,
  name_en text not null,
  plural_fa text not null,
  plural_en text not null,
  icon text not null,
  color text not null,
  title_pattern text,
  party text not null check (party in ('none', 'optional', 'required')),
  states jsonb not null,
  position int not null,
  created_at timestamptz not null,
  archived_at timestamptz,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, key)
);

create table records (
  tenant_id int not null,
  id uuid not null,
  kind_id uuid not null,
  number text not null,
  title text not null,
  state text,
  party_id uuid,
  owner_id uuid,
  team_id uuid,
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
  unique (tenant_id, kind_id, number)
);
alter table records add constraint records_kind_id foreign key (tenant_id, kind_id) references record_kinds (tenant_id, id);
alter table records add constraint records_party_id foreign key (tenant_id, party_id) references parties (tenant_id, id);
alter table records add constraint records_owner_id foreign key (tenant_id, owner_id) references users (tenant_id, id);
create index records_kind_updated on records (tenant_id, kind_id, updated_at desc, id desc);
create index records_kind_created on records (tenant_id, kind_id, created_at desc, id desc);
create index records_owner on records (tenant_id, kind_id, owner_id, updated_at desc, id desc);
create index records_team on records (tenant_id, kind_id, team_id, updated_at desc, id desc) where team_id is not null;
create index records_party on records (tenant_id, party_id, kind_id, created_at desc) where party_id is not null;
create index records_owner_any on records (tenant_id, owner_id) where owner_id is not null;
create index records_title on records (tenant_id, kind_id, title collate "fa-x-icu", id);
create index records_search on records using gin (tenant_id, search gin_trgm_ops);

create table record_bulk_changes (
  tenant_id int not null,
  operation_id uuid not null,
  record_id uuid not null,
  before jsonb not null,
  primary key (tenant_id, operation_id, record_id)
);
alter table record_bulk_changes add constraint record_bulk_changes_record_id
  foreign key (tenant_id, record_id) references records (tenant_id, id) on delete cascade;

-- Patterns stand in the statement as literals, so that the planner knows how rare each one is.
create function search_records(patterns text[]) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query execute
    'select id from records where tenant_id = $1'
    || (select string_agg(format(' and search like %L', pattern), '') from unnest(patterns) as pattern)
    using nullif(current_setting('app.tenant_id', true), '')::int;
end $$;

${tenantPolicy('record_kinds', 'records', 'record_bulk_changes')}
`,
}
