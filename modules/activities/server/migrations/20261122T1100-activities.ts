import { type Migration, tenantPolicy } from '@peyvand/platform/server'

export const activityTables: Migration = {
  id: '20261122T1100-activities',
  sql: `
create table activity_series (
  tenant_id int not null,
  id uuid not null,
  frequency text not null check (frequency in ('daily', 'weekly', 'monthly', 'yearly')),
  every int not null,
  calendar text not null check (calendar in ('jalali', 'gregorian')),
  weekdays int[] not null,
  anchor date not null,
  anchor_occurrence int not null,
  until date,
  times int,
  primary key (tenant_id, id)
);

create table activities (
  tenant_id int not null,
  id uuid not null,
  kind text not null check (kind in ('letter', 'fax', 'call', 'task', 'meeting', 'email', 'sms', 'telegram')),
  direction text not null check (direction in ('incoming', 'outgoing', 'internal')),
  status text not null check (status in ('planned', 'inProgress', 'done', 'cancelled')),
  subject text not null,
  body text,
  occurred_at timestamptz,
  planned_at timestamptz,
  due_at timestamptz,
  due_all_day boolean not null default false,
  done_at timestamptz,
  created_at timestamptz not null,
  at timestamptz not null generated always as (coalesce(occurred_at, done_at, planned_at, due_at, created_at)) stored,
  deadline_at timestamptz generated always as (coalesce(due_at, planned_at)) stored,
  duration_minutes int,
  result_id uuid,
  priority text not null check (priority in ('low', 'normal', 'high', 'urgent')),
  cost bigint,
  currency text not null default 'IRR',
  owner_id uuid not null,
  team_id uuid,
  via_marketer_id uuid,
  follow_up_of uuid,
  series_id uuid,
  occurrence int,
  confidentiality text not null check (confidentiality in ('normal', 'confidential', 'secret')),
  number text,
  custom jsonb not null default '{}',
  source text not null check (source in ('manual', 'import', 'form', 'api', 'channel')),
  source_id uuid,
  search text not null,
  created_by uuid,
  updated_at timestamptz not null,
  version int not null default 1,
  deleted_at timestamptz,
  deleted_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, series_id, occurrence)
);
alter table activities add constraint activities_owner_id foreign key (tenant_id, owner_id) references users (tenant_id, id);
alter table activities add constraint activities_series_id foreign key (tenant_id, series_id) references activity_series (tenant_id, id);
create index activities_at on activities (tenant_id, at desc, id desc);
create index activities_kind_at on activities (tenant_id, kind, at desc, id desc);
create index activities_owner_at on activities (tenant_id, owner_id, at desc, id desc);
create index activities_team_at on activities (tenant_id, team_id, at desc, id desc) where team_id is not null;
create index activities_open on activities (tenant_id, owner_id, deadline_at, id)
  where status in ('planned', 'inProgress') and deleted_at is null;
create index activities_recurring on activities (tenant_id, deadline_at)
  where series_id is not null and status in ('planned', 'inProgress') and deleted_at is null;
create index activities_follow_up_of on activities (tenant_id, follow_up_of) where follow_up_of is not null;
create index activities_result on activities (tenant_id, result_id) where result_id is not null;
create index activities_search on activities using gin (tenant_id, search gin_trgm_ops);

create table letters (
  tenant_id int not null,
  activity_id uuid not null,
  letter_no text,
  letter_date date,
  registry_no text,
  registered_at timestamptz,
  recipients text[] not null,
  copies text[] not null,
  enclosures int not null,
  urgency text not null check (urgency in ('normal', 'urgent', 'immediate')),
  primary key (tenant_id, activity_id)
);
create index letters_registry_no on letters (tenant_id, registry_no) where registry_no is not null;

create table faxes (
  tenant_id int not null,
  activity_id uuid not null,
  number text,
  pages int,
  primary key (tenant_id, activity_id)
);

create table calls (
  tenant_id int not null,
  activity_id uuid not null,
  number text,
  answered boolean not null,
  duration_seconds int,
  primary key (tenant_id, activity_id)
);

create table tasks (
  tenant_id int not null,
  activity_id uuid not null,
  progress int not null check (progress between 0 and 100),
  primary key (tenant_id, activity_id)
);

create table checklist_items (
  tenant_id int not null,
  id uuid not null,
  activity_id uuid not null,
  position int not null,
  title text not null,
  done boolean not null,
  done_at timestamptz,
  done_by uuid,
  primary key (tenant_id, id)
);
create index checklist_items_activity on checklist_items (tenant_id, activity_id, position);

create table meetings (
  tenant_id int not null,
  activity_id uuid not null,
  place text,
  link text,
  ends_at timestamptz,
  minutes text,
  primary key (tenant_id, activity_id)
);

create table messages (
  tenant_id int not null,
  activity_id uuid not null,
  sender text,
  addresses text[] not null,
  copies text[] not null,
  primary key (tenant_id, activity_id)
);

create table activity_targets (
  tenant_id int not null,
  activity_id uuid not null,
  target_type text not null,
  target_id uuid not null,
  role text not null,
  position int not null,
  primary key (tenant_id, activity_id, target_type, target_id)
);
create index activity_targets_target on activity_targets (tenant_id, target_type, target_id, activity_id);

create table activity_participants (
  tenant_id int not null,
  activity_id uuid not null,
  participant_type text not null check (participant_type in ('user', 'party')),
  participant_id uuid not null,
  response text not null
    check (response in ('invited', 'accepted', 'declined', 'tentative', 'attended', 'absent')),
  position int not null,
  primary key (tenant_id, activity_id, participant_type, participant_id)
);
create index activity_participants_participant
  on activity_participants (tenant_id, participant_type, participant_id, activity_id);

create table activity_viewers (
  tenant_id int not null,
  activity_id uuid not null,
  viewer_id uuid not null,
  reason text not null check (reason in ('creator', 'participant', 'referral')),
  primary key (tenant_id, activity_id, viewer_id, reason)
);
create index activity_viewers_viewer on activity_viewers (tenant_id, viewer_id, activity_id);

create table activity_bulk_changes (
  tenant_id int not null,
  operation_id uuid not null,
  activity_id uuid not null,
  before jsonb not null,
  primary key (tenant_id, operation_id, activity_id)
);

${[
  'letters',
  'faxes',
  'calls',
  'tasks',
  'checklist_items',
  'meetings',
  'messages',
  'activity_targets',
  'activity_participants',
  'activity_viewers',
]
  .map(
    (table) => `alter table ${table} add constraint ${table}_activity_id
  foreign key (tenant_id, activity_id) references activities (tenant_id, id) on delete cascade;`,
  )
  .join('\n')}

-- Patterns stand in the statement as literals, so that the planner knows how rare each one is.
create function search_activities(patterns text[]) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query execute
    'select id from activities where tenant_id = $1'
    || (select string_agg(format(' and search like %L', pattern), '') from unnest(patterns) as pattern)
    using nullif(current_setting('app.tenant_id', true), '')::int;
end $$;

${tenantPolicy(
  'activity_series',
  'activities',
  'letters',
  'faxes',
  'calls',
  'tasks',
  'checklist_items',
  'meetings',
  'messages',
  'activity_targets',
  'activity_participants',
  'activity_viewers',
  'activity_bulk_changes',
)}
`,
}
