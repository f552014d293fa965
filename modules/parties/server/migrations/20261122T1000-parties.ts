import { type Migration, tenantPolicy } from '@peyvand/platform/server'

// Introducer and marketer are checked by the use cases, not by foreign keys: a bulk insert into a table that
// refers to itself checks each row by a plan made while the table was still empty.
export const partiesTables: Migration = {
  id: '20261122T1000-parties',
  sql: `
create table parties (
  tenant_id int not null,
  id uuid not null,
  kind text not null check (kind in ('person', 'organization')),
  number text,
  display_name text not null,
  honorific text,
  first_name text,
  last_name text,
  first_name_latin text,
  last_name_latin text,
  name_latin text,
  brand_name text,
  gender text check (gender in ('female', 'male')),
  birth_date date,
  national_id text,
  legal_national_id text,
  economic_code text,
  registration_number text,
  foreign_id text,
  father_name text,
  birth_certificate_no text,
  job_title text,
  industry_id uuid,
  lead_source_id uuid,
  level_id uuid,
  introducer_id uuid,
  marketer_id uuid,
  owner_id uuid,
  team_id uuid,
  next_contact_on date,
  last_contact_at timestamptz,
  do_not_contact boolean not null default false,
  notes text,
  photo_file_id uuid,
  search text not null,
  match_name text not null,
  custom jsonb not null default '{}',
  source_kind text not null check (source_kind in ('manual', 'import', 'form', 'api', 'channel')),
  source_id uuid,
  version int not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  updated_at timestamptz not null default now(),
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  primary key (tenant_id, id)
);
create unique index parties_number on parties (tenant_id, number) where number is not null and deleted_at is null;
create unique index parties_national_id on parties (tenant_id, national_id)
  where national_id is not null and deleted_at is null;
create unique index parties_legal_national_id on parties (tenant_id, legal_national_id)
  where legal_national_id is not null and deleted_at is null;
create index parties_created on parties (tenant_id, created_at desc, id desc) where deleted_at is null;
create index parties_updated on parties (tenant_id, updated_at desc, id desc) where deleted_at is null;
create index parties_name on parties (tenant_id, display_name collate "fa-x-icu", id) where deleted_at is null;
create index parties_owner on parties (tenant_id, owner_id, created_at desc, id desc) where deleted_at is null;
create index parties_team on parties (tenant_id, team_id, created_at desc, id desc) where deleted_at is null;
create index parties_next_contact on parties (tenant_id, next_contact_on, id) where deleted_at is null;
create index parties_last_contact on parties (tenant_id, last_contact_at desc nulls last, id desc) where deleted_at is null;
create index parties_match on parties (tenant_id, match_name) where deleted_at is null;
create index parties_introducer on parties (tenant_id, introducer_id) where introducer_id is not null;
create index parties_marketer on parties (tenant_id, marketer_id) where marketer_id is not null;
create index parties_source on parties (tenant_id, source_id) where source_id is not null;
create index parties_bin on parties (tenant_id, deleted_at desc, id desc) where deleted_at is not null;
create index parties_search on parties using gin (tenant_id, search gin_trgm_ops) where deleted_at is null;
create index parties_prefix on parties (tenant_id, left(search, 40) text_pattern_ops) where deleted_at is null;
create index parties_similar on parties using gin (tenant_id, match_name gin_trgm_ops) where deleted_at is null;

create table party_groups (
  tenant_id int not null,
  id uuid not null,
  key text not null,
  name_fa text not null,
  name_en text not null,
  icon text not null,
  color text not null,
  number_pattern text,
  states jsonb not null default '[]',
  position int not null,
  ready boolean not null default false,
  archived_at timestamptz,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, key),
  unique (tenant_id, name_fa)
);

create table party_group_members (
  tenant_id int not null,
  group_id uuid not null,
  party_id uuid not null,
  state text,
  since date not null,
  until date,
  number text,
  owner_id uuid,
  data jsonb not null default '{}',
  primary key (tenant_id, group_id, party_id)
);
create index party_group_members_party on party_group_members (tenant_id, party_id);
create unique index party_group_members_number on party_group_members (tenant_id, group_id, number)
  where number is not null;
create index party_group_members_state on party_group_members (tenant_id, group_id, state) where until is null;

create table contact_points (
  tenant_id int not null,
  id uuid not null,
  party_id uuid not null,
  type text not null,
  value text not null,
  extension text,
  normalized text not null,
  tail text,
  label text,
  "primary" boolean not null default false,
  verified boolean not null default false,
  opt_out boolean not null default false,
  position int not null,
  primary key (tenant_id, id)
);
create index contact_points_party on contact_points (tenant_id, party_id, position);
create index contact_points_normalized on contact_points (tenant_id, normalized, party_id);
create index contact_points_tail on contact_points (tenant_id, tail, party_id) where tail is not null;

create table addresses (
  tenant_id int not null,
  id uuid not null,
  party_id uuid not null,
  label text,
  province text,
  city text,
  postal_code text,
  text text,
  "primary" boolean not null default false,
  position int not null,
  primary key (tenant_id, id)
);
create index addresses_party on addresses (tenant_id, party_id, position);
create index addresses_city on addresses (tenant_id, province, city, party_id);

create table party_links (
  tenant_id int not null,
  id uuid not null,
  from_party_id uuid not null,
  to_party_id uuid not null,
  label text not null,
  role text,
  "primary" boolean not null default false,
  since date,
  until date,
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, from_party_id, to_party_id, label)
);
create index party_links_to on party_links (tenant_id, to_party_id);

create table timeline (
  tenant_id int not null,
  id uuid not null,
  party_id uuid not null,
  occurred_at timestamptz not null,
  subject_type text not null,
  subject_id uuid not null,
  type text not null,
  direction text,
  actor_id uuid,
  actor_name text not null,
  audience uuid[],
  summary jsonb not null,
  search text not null,
  primary key (tenant_id, id)
);
create index timeline_party on timeline (tenant_id, party_id, occurred_at desc, id desc);
create unique index timeline_subject on timeline (tenant_id, subject_id, party_id, type);

create table party_visits (
  tenant_id int not null,
  user_id uuid not null,
  party_id uuid not null,
  seen_at timestamptz,
  starred_at timestamptz,
  primary key (tenant_id, user_id, party_id)
);
create index party_visits_seen on party_visits (tenant_id, user_id, seen_at desc);
create index party_visits_party on party_visits (tenant_id, party_id);

create table party_bulk_changes (
  tenant_id int not null,
  operation_id uuid not null,
  party_id uuid not null,
  before jsonb not null,
  primary key (tenant_id, operation_id, party_id)
);

alter table party_group_members add constraint party_group_members_group
  foreign key (tenant_id, group_id) references party_groups (tenant_id, id);
alter table party_group_members add constraint party_group_members_member
  foreign key (tenant_id, party_id) references parties (tenant_id, id) on delete cascade;
alter table contact_points add constraint contact_points_of
  foreign key (tenant_id, party_id) references parties (tenant_id, id) on delete cascade;
alter table addresses add constraint addresses_of
  foreign key (tenant_id, party_id) references parties (tenant_id, id) on delete cascade;
alter table party_links add constraint party_links_from
  foreign key (tenant_id, from_party_id) references parties (tenant_id, id) on delete cascade;
alter table party_links add constraint party_links_second
  foreign key (tenant_id, to_party_id) references parties (tenant_id, id) on delete cascade;
alter table party_visits add constraint party_visits_of
  foreign key (tenant_id, party_id) references parties (tenant_id, id) on delete cascade;

${tenantPolicy(
  'parties',
  'party_groups',
  'party_group_members',
  'contact_points',
  'addresses',
  'party_links',
  'timeline',
  'party_visits',
  'party_bulk_changes',
)}

-- Statement that finds parties whose search text holds every term. Terms of one or two characters have no
-- trigram: alone they are looked for at the beginning of the name.
create function party_search_statement(tenant int, terms text[], lim int, of_owner uuid, of_teams uuid[])
returns text language plpgsql stable set search_path = public, pg_temp as $$
declare
  term text;
  pattern text;
  longest int := 0;
  conditions text := '';
begin
  foreach term in array terms loop
    longest := greatest(longest, char_length(term));
  end loop;
  foreach term in array terms loop
    pattern := replace(replace(replace(term, '\\', '\\\\'), '%', '\\%'), '_', '\\_');
    if longest < 3 and conditions = '' then
      conditions := format(' and left(search, 40) like %L', pattern || '%');
    else
      conditions := conditions || format(' and search like %L', '%' || pattern || '%');
    end if;
  end loop;
  if of_owner is not null or of_teams is not null then
    conditions := conditions || format(' and (owner_id = %L::uuid or team_id = any(%L::uuid[]))', of_owner, coalesce(of_teams, '{}'));
  end if;
  return format('select id from parties where tenant_id = %s and deleted_at is null%s limit %s', tenant, conditions, lim);
end $$;

-- Ids of the firm's parties that a search finds; what the same keys give on the other keyboard layout is tried
-- when it finds nothing. LIKE loses its index under row-level security, so the function runs as its owner.
create function search_parties(terms text[], rescued text[], lim int, of_owner uuid, of_teams uuid[])
returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  tenant int := nullif(current_setting('app.tenant_id', true), '')::int;
begin
  if tenant is null or coalesce(cardinality(terms), 0) = 0 then return; end if;
  return query execute party_search_statement(tenant, terms, lim, of_owner, of_teams);
  if not found and coalesce(cardinality(rescued), 0) > 0 then
    return query execute party_search_statement(tenant, rescued, lim, of_owner, of_teams);
  end if;
end $$;

-- The firm's parties whose names are alike, most alike first.
create function similar_parties(name text, threshold real, lim int)
returns table (party_id uuid, score real) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  tenant int := nullif(current_setting('app.tenant_id', true), '')::int;
begin
  if tenant is null or name = '' then return; end if;
  perform set_config('pg_trgm.similarity_threshold', threshold::text, true);
  return query execute format(
    'select id, similarity(match_name, %1$L) from parties
     where tenant_id = %2$s and deleted_at is null and match_name %% %1$L
     order by 2 desc limit %3$s', name, tenant, lim);
end $$;
`,
}
