import { type Migration, tenantPolicy } from '@peyvand/platform/server'

export const documentPapers: Migration = {
  id: '20261124T0930-document-papers',
  sql: `
create table document_designs (
  tenant_id int not null,
  id uuid not null,
  name text not null,
  language text not null check (language in ('fa', 'en')),
  layout text not null check (layout in ('official', 'modern')),
  paper text not null check (paper in ('A4', 'A5')),
  kinds text[] not null,
  color text not null,
  font_size int not null,
  logo_id uuid,
  logo_width int not null,
  head text not null,
  foot text not null,
  columns text[] not null,
  shows_prices boolean not null,
  terms text not null,
  shows_words boolean not null,
  shows_signatures boolean not null,
  signature_id uuid,
  stamp_id uuid,
  archived_at timestamptz,
  version int not null default 1,
  primary key (tenant_id, id)
);

create table document_firms (
  tenant_id int not null primary key,
  name text not null,
  kind text not null check (kind in ('person', 'organization')),
  national_id text,
  economic_code text,
  registration_number text,
  province text,
  city text,
  postal_code text,
  address text,
  phone text,
  fax text,
  version int not null
);

-- Addresses of the public page that were given out; of each only a hash is kept.
create table document_shares (
  tenant_id int not null,
  id uuid not null,
  document_id uuid not null,
  token_hash text not null,
  channel text not null check (channel in ('link', 'email', 'sms')),
  recipient text,
  language text not null check (language in ('fa', 'en')),
  design_id uuid,
  created_at timestamptz not null,
  created_by uuid,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  seen_at timestamptz,
  views int not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash)
);
alter table document_shares add constraint document_shares_document_id
  foreign key (tenant_id, document_id) references documents (tenant_id, id);
alter table document_shares add constraint document_shares_design_id
  foreign key (tenant_id, design_id) references document_designs (tenant_id, id);
create index document_shares_document on document_shares (tenant_id, document_id);
create index document_shares_design on document_shares (tenant_id, design_id) where design_id is not null;

${tenantPolicy('document_designs', 'document_firms', 'document_shares')}
`,
}
