import { type Migration, tenantPolicy } from '@peyvand/platform/server'

export const pushTables: Migration = {
  id: '20261122T1920-push',
  sql: `
create table push_keys (
  tenant_id int primary key,
  public_key text not null,
  private_key text not null
);

create table push_subscriptions (
  tenant_id int not null,
  id uuid not null,
  user_id uuid not null,
  session_id uuid not null,
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  user_agent text,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (tenant_id, id),
  constraint push_subscriptions_endpoint unique (tenant_id, endpoint)
);
alter table push_subscriptions add constraint push_subscriptions_user_id
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade;
create index push_subscriptions_user on push_subscriptions (tenant_id, user_id);

${tenantPolicy('push_keys', 'push_subscriptions')}
`,
}
