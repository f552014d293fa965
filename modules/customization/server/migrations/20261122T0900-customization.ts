import { type Migration, tenantPolicy } from '@peyvand/platform/server'

export const customizationTables: Migration = {
  id: '20261122T0900-customization',
  sql: `
create table list_values (
  tenant_id int not null,
  id uuid not null,
  list text not null,
  key text not null,
  label_fa text not null,
  label_en text not null,
  match_fa text not null,
  match_en text not null,
  color text,
  position int not null,
  archived_at timestamptz,
  merged_into uuid,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, list, key),
  unique (tenant_id, list, match_fa)
);
alter table list_values add constraint list_values_merged_into
  foreign key (tenant_id, merged_into) references list_values (tenant_id, id);
create index list_values_merged on list_values (tenant_id, merged_into) where merged_into is not null;

create table tags (
  tenant_id int not null,
  id uuid not null,
  name text not null,
  match text not null,
  color text not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, match)
);

create table record_tags (
  tenant_id int not null,
  record text not null,
  record_id uuid not null,
  tag_id uuid not null,
  primary key (tenant_id, record, record_id, tag_id)
);
create index record_tags_tag on record_tags (tenant_id, tag_id, record, record_id);
alter table record_tags add constraint record_tags_tag_id
  foreign key (tenant_id, tag_id) references tags (tenant_id, id) on delete cascade;

create table saved_views (
  tenant_id int not null,
  id uuid not null,
  record text not null,
  name text not null,
  visibility text not null check (visibility in ('private', 'public')),
  owner_id uuid,
  definition jsonb not null,
  position int not null,
  created_at timestamptz not null default now(),
  version int not null default 1,
  primary key (tenant_id, id)
);
create index saved_views_record on saved_views (tenant_id, record, visibility, owner_id);

create table number_series (
  tenant_id int not null,
  id uuid not null,
  key text not null,
  label_fa text not null,
  label_en text not null,
  pattern text not null,
  per_year boolean not null,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, key)
);

${tenantPolicy('list_values', 'tags', 'record_tags', 'saved_views', 'number_series')}
`,
}
