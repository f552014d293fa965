import { type Migration, tenantPolicy } from '@peyvand/platform/server'

export const templateTables: Migration = {
  id: '20261122T1700-templates',
  sql: `
create table templates (
  tenant_id int not null,
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('letter', 'fax', 'call', 'task', 'meeting', 'email', 'sms', 'telegram')),
  language text not null check (language in ('fa', 'en')),
  category_id uuid,
  subject text,
  body text not null,
  visibility text not null check (visibility in ('private', 'teams', 'firm')),
  team_ids uuid[] not null default '{}',
  owner_id uuid,
  search text not null,
  uses int not null default 0,
  last_used_at timestamptz,
  archived_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id)
);
alter table templates add constraint templates_owner_id
  foreign key (tenant_id, owner_id) references users (tenant_id, id);
alter table templates add constraint templates_category_id
  foreign key (tenant_id, category_id) references list_values (tenant_id, id);
create index templates_kind on templates (tenant_id, kind, name) where archived_at is null;
create index templates_owner on templates (tenant_id, owner_id);

create table scripts (
  tenant_id int not null,
  id uuid not null,
  name text not null,
  description text,
  team_ids uuid[] not null default '{}',
  active boolean not null,
  edition int not null,
  search text not null,
  archived_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  updated_by uuid,
  version int not null default 1,
  primary key (tenant_id, id)
);
alter table scripts add constraint scripts_updated_by
  foreign key (tenant_id, updated_by) references users (tenant_id, id);

-- What calls were made by stays as it was: a change of a used script is a new row.
create table script_editions (
  tenant_id int not null,
  script_id uuid not null,
  edition int not null,
  definition jsonb not null,
  created_at timestamptz not null,
  primary key (tenant_id, script_id, edition)
);
alter table script_editions add constraint script_editions_script_id
  foreign key (tenant_id, script_id) references scripts (tenant_id, id);

create table script_runs (
  tenant_id int not null,
  id uuid not null,
  script_id uuid not null,
  edition int not null,
  party_id uuid,
  activity_id uuid,
  user_id uuid not null,
  state text not null check (state in ('open', 'done')),
  outcome text,
  started_at timestamptz not null,
  finished_at timestamptz,
  primary key (tenant_id, id)
);
alter table script_runs add constraint script_runs_edition
  foreign key (tenant_id, script_id, edition) references script_editions (tenant_id, script_id, edition);
alter table script_runs add constraint script_runs_activity_id
  foreign key (tenant_id, activity_id) references activities (tenant_id, id) on delete cascade;
alter table script_runs add constraint script_runs_user_id
  foreign key (tenant_id, user_id) references users (tenant_id, id);
create index script_runs_script on script_runs (tenant_id, script_id, started_at desc, id desc);
create index script_runs_activity on script_runs (tenant_id, activity_id) where activity_id is not null;
create index script_runs_party on script_runs (tenant_id, party_id) where party_id is not null;
create index script_runs_user on script_runs (tenant_id, user_id) where state = 'open';

create table script_answers (
  tenant_id int not null,
  run_id uuid not null,
  step_id text not null,
  answer jsonb not null,
  answered_at timestamptz not null,
  primary key (tenant_id, run_id, step_id)
);
alter table script_answers add constraint script_answers_run_id
  foreign key (tenant_id, run_id) references script_runs (tenant_id, id) on delete cascade;

${tenantPolicy('templates', 'scripts', 'script_editions', 'script_runs', 'script_answers')}
`,
}
