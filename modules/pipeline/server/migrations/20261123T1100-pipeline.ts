import { type Migration, tenantPolicy } from '@peyvand/platform/server'

export const pipelineTables: Migration = {
  id: '20261123T1100-pipeline',
  sql: `
create table pipelines (
  tenant_id int not null,
  id uuid not null,
  name text not null,
  team_id uuid,
  position int not null,
  archived_at timestamptz,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);

create table pipeline_stages (
  tenant_id int not null,
  id uuid not null,
  pipeline_id uuid not null,
  name text not null,
  outcome text not null check (outcome in ('open', 'hold', 'won', 'lost')),
  probability int not null check (probability between 0 and 100),
  stale_days int,
  required_fields text[] not null,
  checklist jsonb not null,
  position int not null,
  -- Kept for the history of deals that stood in it.
  removed_at timestamptz,
  primary key (tenant_id, id)
);
alter table pipeline_stages add constraint pipeline_stages_pipeline_id
  foreign key (tenant_id, pipeline_id) references pipelines (tenant_id, id);
create index pipeline_stages_pipeline on pipeline_stages (tenant_id, pipeline_id, position);

create table deals (
  tenant_id int not null,
  id uuid not null,
  number text not null,
  title text not null,
  pipeline_id uuid not null,
  stage_id uuid not null,
  -- Of the stage, so that one index tells what is still worked on.
  outcome text not null check (outcome in ('open', 'hold', 'won', 'lost')),
  stage_since timestamptz not null,
  party_id uuid not null,
  contact_id uuid,
  -- In Rial.
  amount bigint check (amount >= 0),
  owner_id uuid,
  team_id uuid,
  expected_close_on date,
  next_follow_up_at timestamptz,
  priority text not null check (priority in ('low', 'normal', 'high', 'urgent')),
  source_id uuid,
  lost_reason_id uuid,
  competitor_id uuid,
  description text,
  checked uuid[] not null,
  custom jsonb not null default '{}',
  search text not null,
  origin text not null check (origin in ('manual', 'import', 'api')),
  origin_id uuid,
  closed_at timestamptz,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, number)
);
alter table deals add constraint deals_pipeline_id
  foreign key (tenant_id, pipeline_id) references pipelines (tenant_id, id);
alter table deals add constraint deals_stage_id
  foreign key (tenant_id, stage_id) references pipeline_stages (tenant_id, id);
alter table deals add constraint deals_party_id
  foreign key (tenant_id, party_id) references parties (tenant_id, id);
alter table deals add constraint deals_contact_id
  foreign key (tenant_id, contact_id) references parties (tenant_id, id);
alter table deals add constraint deals_competitor_id
  foreign key (tenant_id, competitor_id) references parties (tenant_id, id);
alter table deals add constraint deals_source_id
  foreign key (tenant_id, source_id) references list_values (tenant_id, id);
alter table deals add constraint deals_lost_reason_id
  foreign key (tenant_id, lost_reason_id) references list_values (tenant_id, id);
-- A column of the board, in its order.
create index deals_board on deals (tenant_id, stage_id, next_follow_up_at, id) where deleted_at is null;
-- The board's sums need no row.
create index deals_sums on deals (tenant_id, pipeline_id, stage_id)
  include (amount, owner_id, team_id, next_follow_up_at) where deleted_at is null and outcome in ('open', 'hold');
create index deals_owner on deals (tenant_id, owner_id, next_follow_up_at, id) where deleted_at is null;
create index deals_updated on deals (tenant_id, updated_at desc, id desc) where deleted_at is null;
create index deals_party on deals (tenant_id, party_id);
create index deals_contact on deals (tenant_id, contact_id);
create index deals_competitor on deals (tenant_id, competitor_id) where competitor_id is not null;
create index deals_search on deals using gin (tenant_id, search gin_trgm_ops);

create table deal_stays (
  tenant_id int not null,
  deal_id uuid not null,
  position int not null,
  stage_id uuid not null,
  entered_at timestamptz not null,
  left_at timestamptz,
  moved_by uuid,
  primary key (tenant_id, deal_id, position),
  check (left_at >= entered_at)
);
alter table deal_stays add constraint deal_stays_deal_id
  foreign key (tenant_id, deal_id) references deals (tenant_id, id) on delete cascade;
alter table deal_stays add constraint deal_stays_stage_id
  foreign key (tenant_id, stage_id) references pipeline_stages (tenant_id, id);
create index deal_stays_stage on deal_stays (tenant_id, stage_id, entered_at);

-- LIKE loses its index under row-level security, so this runs as its owner. Patterns stand in the statement as
-- literals, so that the planner knows how rare each one is.
create function search_deals(patterns text[]) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query execute
    'select id from deals where tenant_id = $1'
    || (select string_agg(format(' and search like %L', pattern), '') from unnest(patterns) as pattern)
    using nullif(current_setting('app.tenant_id', true), '')::int;
end $$;

${tenantPolicy('pipelines', 'pipeline_stages', 'deals', 'deal_stays')}
`,
}
