import { type Migration, tenantPolicy } from '@peyvand/platform/server'

export const channelTables: Migration = {
  id: '20261122T1910-channels',
  sql: `
create table mail_servers (
  tenant_id int primary key,
  host text not null,
  port int not null,
  security text not null check (security in ('tls', 'startTls', 'none')),
  username text,
  secret text,
  from_name text,
  from_address text not null,
  version int not null
);

create table sms_gateways (
  tenant_id int primary key,
  provider text not null check (provider in ('kavenegar', 'smsIr', 'melipayamak', 'generic')),
  line_number text,
  username text,
  secret text,
  generic jsonb,
  version int not null
);

create table outgoing_messages (
  tenant_id int not null,
  id uuid not null,
  channel text not null check (channel in ('email', 'sms')),
  key text not null,
  recipient text not null,
  recipient_name text,
  subject text,
  body_text text,
  body_html text,
  state text not null check (state in ('queued', 'sending', 'sent', 'failed', 'uncertain')),
  attempts int not null default 0,
  fault text,
  provider_id text,
  created_at timestamptz not null,
  sending_at timestamptz,
  sent_at timestamptz,
  primary key (tenant_id, id),
  constraint outgoing_messages_once unique (tenant_id, channel, key)
);
create index outgoing_messages_created on outgoing_messages (tenant_id, created_at desc, id desc);

${tenantPolicy('mail_servers', 'sms_gateways', 'outgoing_messages')}
`,
}
