import { type Migration, tenantPolicy } from '@peyvand/platform/server'

export const filesTables: Migration = {
  id: '20261122T0910-files',
  sql: `
create table files (
  tenant_id int not null,
  id uuid not null,
  name text not null,
  type text not null,
  size bigint not null,
  sha256 text not null,
  storage_key text not null,
  state text not null check (state in ('uploading', 'ready')),
  created_by uuid,
  created_at timestamptz not null default now(),
  -- Since when no record holds it; such files are removed after a day.
  unattached_since timestamptz default now(),
  primary key (tenant_id, id)
);
create index files_unattached on files (tenant_id, unattached_since) where unattached_since is not null;

create table attachments (
  tenant_id int not null,
  record text not null,
  record_id uuid not null,
  file_id uuid not null,
  position int not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (tenant_id, record, record_id, file_id)
);
create index attachments_file on attachments (tenant_id, file_id);
alter table attachments add constraint attachments_file_id
  foreign key (tenant_id, file_id) references files (tenant_id, id);

${tenantPolicy('files', 'attachments')}
`,
}
