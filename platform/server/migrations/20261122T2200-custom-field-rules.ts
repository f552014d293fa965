import type { Migration } from '../migrate.ts'
import { tenantPolicy } from '../sql.ts'

export const customFieldRules: Migration = {
  id: '20261122T2200-custom-field-rules',
  sql: `
create table custom_sections (
  tenant_id int not null,
  id uuid not null,
  record text not null,
  title_fa text not null,
  title_en text not null,
  position int not null,
  version int not null default 1,
  primary key (tenant_id, id)
);

alter table custom_fields rename column help to help_fa;
alter table custom_fields
  add column help_en text,
  add column required_for jsonb not null default '[]',
  add column "unique" boolean not null default false,
  add column default_value jsonb,
  add column show_when jsonb,
  add column section_id uuid;
alter table custom_fields add constraint custom_fields_section
  foreign key (tenant_id, section_id) references custom_sections (tenant_id, id);

-- Values that only one present record may have, in the spelling that counts.
create table custom_uniques (
  tenant_id int not null, field_id uuid not null, key text not null, record_id uuid not null,
  primary key (tenant_id, field_id, key)
);
create index custom_uniques_record on custom_uniques (tenant_id, record_id);
alter table custom_uniques add constraint custom_uniques_field
  foreign key (tenant_id, field_id) references custom_fields (tenant_id, id);

${tenantPolicy('custom_sections', 'custom_uniques')}
`,
}
