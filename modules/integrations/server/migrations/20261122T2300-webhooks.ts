import { type Migration, tenantPolicy } from '@peyvand/platform/server'

export const webhookTables: Migration = {
  id: '20261122T2300-webhooks',
  sql: `
create table webhooks (
  tenant_id int not null,
  id uuid not null,
  name text not null,
  url text not null,
  events text[] not null,
  ignored_user_id uuid,
  secret text not null,
  old_secret text,
  old_secret_until timestamptz,
  is_on boolean not null,
  stop_reason text check (stop_reason in ('failures', 'gone')),
  failures int not null default 0,
  failing_since timestamptz,
  held_until timestamptz,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id)
);
-- Asked with every change in a firm: empty where nothing is on.
create index webhooks_on on webhooks (tenant_id) where is_on;

create table webhook_deliveries (
  tenant_id int not null,
  id uuid not null,
  webhook_id uuid not null,
  event text not null,
  event_id uuid not null,
  event_at timestamptz not null,
  actor_id uuid,
  data jsonb not null,
  replay_of uuid,
  state text not null check (state in ('waiting', 'delivered', 'failed')),
  attempts int not null default 0,
  status int,
  fault text,
  created_at timestamptz not null,
  next_attempt_at timestamptz,
  settled_at timestamptz,
  primary key (tenant_id, id)
);
alter table webhook_deliveries add constraint webhook_deliveries_webhook_id
  foreign key (tenant_id, webhook_id) references webhooks (tenant_id, id) on delete cascade;
create index webhook_deliveries_created on webhook_deliveries (tenant_id, created_at desc, id desc);
create index webhook_deliveries_of_webhook on webhook_deliveries (tenant_id, webhook_id, created_at desc, id desc);
create index webhook_deliveries_replay_of on webhook_deliveries (tenant_id, replay_of) where replay_of is not null;

create table webhook_attempts (
  tenant_id int not null,
  id uuid not null,
  delivery_id uuid not null,
  at timestamptz not null,
  duration_ms int not null,
  request_headers jsonb not null,
  status int,
  response_headers jsonb not null,
  response_text text,
  fault text,
  primary key (tenant_id, id)
);
alter table webhook_attempts add constraint webhook_attempts_delivery_id
  foreign key (tenant_id, delivery_id) references webhook_deliveries (tenant_id, id) on delete cascade;
create index webhook_attempts_of_delivery on webhook_attempts (tenant_id, delivery_id);

${tenantPolicy('webhooks', 'webhook_deliveries', 'webhook_attempts')}
`,
}
