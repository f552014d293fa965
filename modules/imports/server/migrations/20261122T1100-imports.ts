import { type Migration, tenantPolicy } from '@peyvand/platform/server'

export const importsTables: Migration = {
  id: '20261122T1100-imports',
  sql: `
create table imports (
  tenant_id int not null,
  id uuid not null,
  record text not null,
  file_id uuid not null,
  file_name text not null,
  state text not null check (state in ('draft', 'checking', 'checked', 'running', 'done', 'failed', 'cancelled', 'undone')),
  format jsonb not null,
  sheets jsonb not null,
  columns jsonb not null,
  mapping jsonb not null,
  settings jsonb not null,
  counts jsonb,
  new_values jsonb not null,
  errors jsonb not null,
  operation_id uuid,
  checked_version int,
  created_by uuid,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  version int not null default 1,
  primary key (tenant_id, id)
);
create index imports_created on imports (tenant_id, created_at desc, id desc);
create index imports_operation on imports (tenant_id, operation_id);

create table import_rows (
  tenant_id int not null,
  import_id uuid not null,
  row int not null,
  cells jsonb not null,
  items jsonb not null,
  problems jsonb not null,
  outcome text not null check (outcome in ('new', 'update', 'duplicate', 'invalid')),
  match text,
  written jsonb,
  primary key (tenant_id, import_id, row)
);
create index import_rows_invalid on import_rows (tenant_id, import_id, row) where outcome = 'invalid';

create table import_templates (
  tenant_id int not null,
  id uuid not null,
  record text not null,
  name text not null,
  match text not null,
  mapping jsonb not null,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, record, match)
);

alter table import_rows add constraint import_rows_import_id
  foreign key (tenant_id, import_id) references imports (tenant_id, id) on delete cascade;

${tenantPolicy('imports', 'import_rows', 'import_templates')}
`,
}
