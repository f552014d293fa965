import { type Migration, tenantPolicy } from '@peyvand/platform/server'

/** Merges with what they moved, and pairs of records that look like one party. */
export const mergeTables: Migration = {
  id: '20261122T2120-merges',
  sql: `
create table party_merges (
  tenant_id int not null,
  id uuid not null,
  survivor_id uuid not null,
  merged_id uuid not null,
  changes jsonb not null,
  tag_ids uuid[] not null,
  file_ids uuid[] not null,
  merged_at timestamptz not null,
  merged_by uuid,
  undone_at timestamptz,
  primary key (tenant_id, id)
);
create unique index party_merges_merged on party_merges (tenant_id, merged_id) where undone_at is null;
create index party_merges_survivor on party_merges (tenant_id, survivor_id);

create table party_merge_moves (
  tenant_id int not null,
  merge_id uuid not null,
  kind text not null,
  fate text not null check (fate in ('moved', 'removed', 'combined')),
  row_key text not null,
  before jsonb not null,
  after jsonb,
  primary key (tenant_id, merge_id, kind, fate, row_key)
);

create table duplicate_pairs (
  tenant_id int not null,
  first_id uuid not null,
  second_id uuid not null,
  score real not null,
  reasons text[] not null,
  found_at timestamptz not null,
  dismissed_at timestamptz,
  dismissed_by uuid,
  primary key (tenant_id, first_id, second_id),
  check (first_id < second_id)
);
create index duplicate_pairs_score on duplicate_pairs (tenant_id, score desc, first_id, second_id) where dismissed_at is null;
create index duplicate_pairs_second on duplicate_pairs (tenant_id, second_id);

create table duplicate_runs (
  tenant_id int not null,
  found_at timestamptz not null,
  primary key (tenant_id)
);

alter table party_merge_moves add constraint party_merge_moves_of
  foreign key (tenant_id, merge_id) references party_merges (tenant_id, id) on delete cascade;
alter table duplicate_pairs add constraint duplicate_pairs_first
  foreign key (tenant_id, first_id) references parties (tenant_id, id) on delete cascade;
alter table duplicate_pairs add constraint duplicate_pairs_second_of
  foreign key (tenant_id, second_id) references parties (tenant_id, id) on delete cascade;

${tenantPolicy('party_merges', 'party_merge_moves', 'duplicate_pairs', 'duplicate_runs')}
`,
}
