import { type Migration, tenantPolicy } from '@peyvand/platform/server'

export const leadTables: Migration = {
  id: '20261124T1000-leads',
  sql: `
create table leads (
  tenant_id int not null,
  id uuid not null,
  party_id uuid not null,
  -- Whoever becomes a lead again has a new row; the older ones stay for the yield of sources.
  current boolean not null,
  arrived_at timestamptz not null,
  origin text not null check (origin in ('manual', 'form', 'import', 'api', 'channel')),
  form_id uuid,
  -- Where it is other than the party's own.
  source_id uuid,
  product_group_id uuid,
  -- An import waits for the assignment rules.
  awaits_rules boolean not null default false,
  respond_by timestamptz,
  responded_at timestamptz,
  response_minutes int,
  answers jsonb not null default '{}',
  score int,
  qualified_at timestamptz,
  unfit_at timestamptz,
  unfit_reason_id uuid,
  unfit_note text,
  converted_at timestamptz,
  deal_id uuid,
  version int not null default 1,
  primary key (tenant_id, id)
);
alter table leads add constraint leads_party_id
  foreign key (tenant_id, party_id) references parties (tenant_id, id) on delete cascade;
alter table leads add constraint leads_source_id
  foreign key (tenant_id, source_id) references list_values (tenant_id, id);
alter table leads add constraint leads_unfit_reason_id
  foreign key (tenant_id, unfit_reason_id) references list_values (tenant_id, id);
create unique index leads_current on leads (tenant_id, party_id) where current;
create index leads_party on leads (tenant_id, party_id);
create index leads_arrived on leads (tenant_id, arrived_at, id);
create index leads_unanswered on leads (tenant_id, respond_by) where current and responded_at is null and respond_by is not null;
create index leads_awaiting on leads (tenant_id, id) where awaits_rules;

create table lead_settings (
  tenant_id int not null primary key,
  response_minutes int,
  fit_from int,
  version int not null default 1
);

create table lead_criteria (
  tenant_id int not null,
  id uuid not null,
  question text not null,
  required boolean not null,
  options jsonb not null,
  position int not null,
  archived_at timestamptz,
  primary key (tenant_id, id)
);

create table lead_rules (
  tenant_id int not null,
  id uuid not null,
  name text not null,
  active boolean not null,
  source_ids uuid[] not null,
  provinces text[] not null,
  cities text[] not null,
  product_group_ids uuid[] not null,
  assign_to text not null check (assign_to in ('user', 'roundRobin', 'leastLoad')),
  user_id uuid,
  team_id uuid,
  -- Whose turn it was.
  last_user_id uuid,
  position int not null,
  primary key (tenant_id, id),
  check (case when assign_to = 'user' then user_id is not null else team_id is not null end)
);

create table lead_source_costs (
  tenant_id int not null,
  id uuid not null,
  source_id uuid not null,
  spent_on date not null,
  -- In Rial.
  amount bigint not null check (amount >= 0),
  note text,
  created_at timestamptz not null,
  created_by uuid,
  primary key (tenant_id, id)
);
alter table lead_source_costs add constraint lead_source_costs_source_id
  foreign key (tenant_id, source_id) references list_values (tenant_id, id);
create index lead_source_costs_day on lead_source_costs (tenant_id, spent_on, id);

create table lead_forms (
  tenant_id int not null,
  id uuid not null,
  -- In the address for everybody to read: no secret, only not to be guessed.
  token text not null,
  name text not null,
  active boolean not null,
  locale text not null check (locale in ('fa', 'en')),
  title text not null,
  intro text,
  button text,
  thanks text not null,
  consent text,
  fields jsonb not null,
  source_id uuid,
  product_group_id uuid,
  by_rules boolean not null,
  owner_id uuid not null,
  follow_up_days int,
  origins text[] not null,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, token)
);
alter table lead_forms add constraint lead_forms_source_id
  foreign key (tenant_id, source_id) references list_values (tenant_id, id);

create table lead_entries (
  tenant_id int not null,
  id uuid not null,
  form_id uuid not null,
  -- Of the page that was filled in: sent twice, it counts once.
  nonce text not null,
  party_id uuid not null,
  activity_id uuid not null,
  received_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, form_id, nonce)
);
alter table lead_entries add constraint lead_entries_form_id
  foreign key (tenant_id, form_id) references lead_forms (tenant_id, id);
alter table lead_entries add constraint lead_entries_party_id
  foreign key (tenant_id, party_id) references parties (tenant_id, id) on delete cascade;
create index lead_entries_received on lead_entries (tenant_id, form_id, received_at);
create index lead_entries_party on lead_entries (tenant_id, party_id);

insert into leads (tenant_id, id, party_id, current, arrived_at, origin)
select p.tenant_id, gen_random_uuid(), p.id, true, p.created_at, p.source_kind
from party_groups g
  join party_group_members m on m.tenant_id = g.tenant_id and m.group_id = g.id and m.until is null
  join parties p on p.tenant_id = m.tenant_id and p.id = m.party_id
where g.key = 'leads';

${tenantPolicy('leads', 'lead_settings', 'lead_criteria', 'lead_rules', 'lead_source_costs', 'lead_forms', 'lead_entries')}
`,
}
