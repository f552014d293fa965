import type { Migration } from '../migrate.ts'
import { tenantPolicy } from '../sql.ts'

export const platformTables: Migration = {
  id: '20261122T0700-platform-tables',
  sql: `
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create table outbox (
  tenant_id int not null,
  id uuid not null,
  name text not null,
  payload jsonb not null,
  actor_id uuid,
  at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index outbox_at on outbox (tenant_id, at);

create table handled_events (
  tenant_id int not null,
  listener text not null,
  event_id uuid not null,
  at timestamptz not null default now(),
  primary key (tenant_id, listener, event_id)
);

create table audit_log (
  tenant_id int not null,
  id uuid not null,
  at timestamptz not null,
  actor_id uuid,
  actor_name text not null,
  via text not null,
  action text not null,
  record text not null,
  record_id uuid,
  label text,
  changes jsonb not null,
  ip text,
  request_id text,
  primary key (tenant_id, id)
);
create index audit_log_record on audit_log (tenant_id, record, record_id, at desc, id desc);
create index audit_log_at on audit_log (tenant_id, at desc, id desc);

create table audit_seals (
  tenant_id int not null,
  day date not null,
  seq int not null,
  audit_id uuid not null,
  hash text not null,
  primary key (tenant_id, day, seq),
  unique (tenant_id, audit_id)
);

create table operations (
  tenant_id int not null,
  id uuid not null,
  kind text not null,
  state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled', 'undone')),
  input jsonb not null,
  total int,
  done int not null default 0,
  failed int not null default 0,
  result jsonb not null,
  checkpoint jsonb not null,
  cancel_requested boolean not null default false,
  created_by uuid,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  undo_until timestamptz,
  primary key (tenant_id, id)
);
create index operations_by on operations (tenant_id, created_by, created_at desc, id desc);
create index operations_at on operations (tenant_id, created_at desc, id desc);

create table idempotency_keys (
  tenant_id int not null,
  user_id uuid not null,
  key text not null,
  fingerprint text not null,
  status int,
  answer jsonb,
  at timestamptz not null default now(),
  primary key (tenant_id, user_id, key)
);
create index idempotency_keys_at on idempotency_keys (tenant_id, at);

create table number_counters (
  tenant_id int not null,
  series text not null,
  period text not null,
  value bigint not null,
  primary key (tenant_id, series, period)
);

create table custom_fields (
  tenant_id int not null,
  id uuid not null,
  record text not null,
  key text not null,
  type text not null,
  label_fa text not null,
  label_en text not null,
  help text,
  required boolean not null,
  options jsonb not null,
  applies_to jsonb not null,
  position int not null,
  archived_at timestamptz,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, record, key)
);

create table custom_texts (
  tenant_id int not null, record_id uuid not null, field_id uuid not null, ord int not null, value text not null,
  primary key (tenant_id, record_id, field_id, ord)
);
create index custom_texts_value on custom_texts (tenant_id, field_id, value, record_id);
create table custom_numbers (
  tenant_id int not null, record_id uuid not null, field_id uuid not null, ord int not null, value bigint not null,
  primary key (tenant_id, record_id, field_id, ord)
);
create index custom_numbers_value on custom_numbers (tenant_id, field_id, value, record_id);
create table custom_dates (
  tenant_id int not null, record_id uuid not null, field_id uuid not null, ord int not null, value date not null,
  primary key (tenant_id, record_id, field_id, ord)
);
create index custom_dates_value on custom_dates (tenant_id, field_id, value, record_id);
create table custom_instants (
  tenant_id int not null, record_id uuid not null, field_id uuid not null, ord int not null, value timestamptz not null,
  primary key (tenant_id, record_id, field_id, ord)
);
create index custom_instants_value on custom_instants (tenant_id, field_id, value, record_id);

alter table custom_texts add constraint custom_texts_field foreign key (tenant_id, field_id) references custom_fields (tenant_id, id);
alter table custom_numbers add constraint custom_numbers_field foreign key (tenant_id, field_id) references custom_fields (tenant_id, id);
alter table custom_dates add constraint custom_dates_field foreign key (tenant_id, field_id) references custom_fields (tenant_id, id);
alter table custom_instants add constraint custom_instants_field foreign key (tenant_id, field_id) references custom_fields (tenant_id, id);

${tenantPolicy(
  'outbox',
  'handled_events',
  'audit_log',
  'audit_seals',
  'operations',
  'idempotency_keys',
  'number_counters',
  'custom_fields',
  'custom_texts',
  'custom_numbers',
  'custom_dates',
  'custom_instants',
)}

create table calendar_days (
  day date primary key,
  jy int not null,
  jm int not null,
  jd int not null,
  season int not null,
  weekday int not null,
  week_start date not null
);
create index calendar_days_jalali on calendar_days (jy, jm, jd);

create table job_workers (worker_id text primary key, at timestamptz not null);

-- The working role may start jobs but cannot touch the queue's own tables.
create function enqueue_job(task text, payload json, job_key text, run_at timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (payload ->> 'tenantId') is distinct from nullif(current_setting('app.tenant_id', true), '') then
    raise exception 'a job belongs to the firm of its transaction';
  end if;
  return (graphile_worker.add_job(task, payload, job_key => job_key, run_at => run_at)).id;
end $$;
`,
}
