import { type Migration, tenantPolicy } from '@peyvand/platform/server'

export const notificationTables: Migration = {
  id: '20261122T1900-notifications',
  sql: `
create table notifications (
  tenant_id int not null,
  id uuid not null,
  user_id uuid not null,
  kind text not null,
  subject_type text not null check (subject_type in ('referrals', 'activities', 'parties', 'operations', 'day')),
  subject_id uuid not null,
  occurrence text not null,
  actor_id uuid,
  on_behalf_of uuid,
  facts jsonb not null default '{}',
  in_app boolean not null,
  at timestamptz not null,
  created_at timestamptz not null,
  read_at timestamptz,
  snoozed_until timestamptz,
  round int not null default 0,
  primary key (tenant_id, id),
  -- What makes each of them come once, whatever is run twice or whichever way the clock goes.
  constraint notifications_once unique (tenant_id, user_id, kind, subject_id, occurrence)
);
alter table notifications add constraint notifications_user_id
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade;
create index notifications_of_user on notifications (tenant_id, user_id, at desc, id desc)
  where in_app and snoozed_until is null;
create index notifications_unread on notifications (tenant_id, user_id, at desc, id desc)
  where in_app and read_at is null and snoozed_until is null;
create index notifications_snoozed on notifications (tenant_id, snoozed_until) where snoozed_until is not null;
create index notifications_subject on notifications (tenant_id, subject_id, user_id);
create index notifications_age on notifications (tenant_id, created_at);

create table notification_preferences (
  tenant_id int not null,
  user_id uuid not null,
  lead_minutes int[] not null,
  morning_at text not null,
  quiet_from text,
  quiet_until text,
  quiet_on_days_off boolean not null,
  digest_at text,
  digest_on_days_off boolean not null,
  hide_text boolean not null,
  version int not null default 1,
  primary key (tenant_id, user_id)
);
alter table notification_preferences add constraint notification_preferences_user_id
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade;

-- Only where the user chose otherwise than the kind's default.
create table notification_choices (
  tenant_id int not null,
  user_id uuid not null,
  kind text not null,
  channel text not null check (channel in ('app', 'push', 'email', 'sms')),
  is_on boolean not null,
  primary key (tenant_id, user_id, kind, channel)
);
alter table notification_choices add constraint notification_choices_user_id
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade;

create table notification_digests (
  tenant_id int not null,
  user_id uuid not null,
  day date not null,
  primary key (tenant_id, user_id, day)
);
alter table notification_digests add constraint notification_digests_user_id
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade;

create table reminders (
  tenant_id int not null,
  id uuid not null,
  user_id uuid not null,
  subject_type text not null check (subject_type in ('referrals', 'activities', 'parties')),
  subject_id uuid not null,
  at timestamptz not null,
  note text,
  created_at timestamptz not null,
  fired_at timestamptz,
  primary key (tenant_id, id)
);
alter table reminders add constraint reminders_user_id
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade;
create index reminders_due on reminders (tenant_id, at) where fired_at is null;
create index reminders_of_user on reminders (tenant_id, user_id, subject_id) where fired_at is null;

${tenantPolicy(
  'notifications',
  'notification_preferences',
  'notification_choices',
  'notification_digests',
  'reminders',
)}
`,
}
