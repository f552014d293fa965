import { type Migration, tenantPolicy } from '@peyvand/platform/server'

export const calendarTables: Migration = {
  id: '20261122T1620-calendar',
  sql: `
create table working_weeks (
  tenant_id int not null primary key,
  days jsonb not null,
  periods jsonb not null,
  version int not null
);

-- A year that the firm changed; other years are as the program knows them.
create table holiday_years (
  tenant_id int not null,
  year int not null,
  source text not null check (source in ('edited', 'imported')),
  version int not null default 1,
  primary key (tenant_id, year)
);

create table holidays (
  tenant_id int not null,
  year int not null,
  key text not null,
  day date not null,
  title_fa text not null,
  title_en text not null,
  kind text not null check (kind in ('solar', 'lunar', 'closure')),
  lunar_year int,
  lunar_month int check (lunar_month between 1 and 12),
  provisional boolean not null,
  primary key (tenant_id, year, key)
);
alter table holidays add constraint holidays_year
  foreign key (tenant_id, year) references holiday_years (tenant_id, year) on delete cascade;

create table calendar_feeds (
  tenant_id int not null,
  user_id uuid not null,
  token_hash text not null,
  created_at timestamptz not null,
  last_read_at timestamptz,
  primary key (tenant_id, user_id),
  unique (tenant_id, token_hash)
);

create table caldav_accounts (
  tenant_id int not null,
  user_id uuid not null,
  url text not null,
  username text not null,
  password text not null,
  calendar_url text not null,
  calendar_name text not null,
  state text not null check (state in ('active', 'failing')),
  last_error text,
  last_sync_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, user_id)
);

-- Which activity an event of another program became.
create table calendar_events (
  tenant_id int not null,
  uid text not null,
  activity_id uuid not null,
  sequence int not null,
  primary key (tenant_id, uid)
);
create index calendar_events_activity on calendar_events (tenant_id, activity_id);

create table caldav_objects (
  tenant_id int not null,
  user_id uuid not null,
  href text not null,
  etag text not null,
  item_key text not null,
  fingerprint text not null,
  primary key (tenant_id, user_id, href),
  unique (tenant_id, user_id, item_key)
);
alter table caldav_objects add constraint caldav_objects_account
  foreign key (tenant_id, user_id) references caldav_accounts (tenant_id, user_id) on delete cascade;

${tenantPolicy(
  'working_weeks',
  'holiday_years',
  'holidays',
  'calendar_feeds',
  'calendar_events',
  'caldav_accounts',
  'caldav_objects',
)}
`,
}
