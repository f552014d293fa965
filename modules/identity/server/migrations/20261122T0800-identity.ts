import { type Migration, tenantPolicy } from '@peyvand/platform/server'

/**
 * The schema `auth` holds what is known before a firm is: who signs in, with what, and where. It has no tenant;
 * everything of a firm is in `public` under row-level security.
 */
export const identityTables: Migration = {
  id: '20261122T0800-identity',
  sql: `
create schema auth;

create table auth.identities (
  id uuid primary key,
  email text not null unique,
  password_hash text not null,
  password_changed_at timestamptz not null,
  totp_secret text,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  backup_codes jsonb not null default '[]',
  created_at timestamptz not null
);

create table auth.sessions (
  id uuid primary key,
  token_hash text not null unique,
  identity_id uuid not null references auth.identities (id) on delete cascade,
  tenant_id int not null,
  remember boolean not null,
  ip text,
  user_agent text,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_identity on auth.sessions (identity_id);
create index sessions_expiry on auth.sessions (expires_at);

create table auth.sign_in_attempts (
  id uuid primary key,
  at timestamptz not null,
  email text not null,
  identity_id uuid,
  tenant_id int,
  outcome text not null check (outcome in ('failed', 'signedIn', 'locked')),
  ip text,
  user_agent text
);
create index sign_in_attempts_email on auth.sign_in_attempts (email, at desc);
create index sign_in_attempts_identity on auth.sign_in_attempts (identity_id, at desc);
create index sign_in_attempts_at on auth.sign_in_attempts (at);

create table auth.password_resets (
  token_hash text primary key,
  identity_id uuid not null references auth.identities (id) on delete cascade,
  expires_at timestamptz not null
);
create index password_resets_identity on auth.password_resets (identity_id);

create sequence firm_numbers as int;

create table firms (
  tenant_id int not null primary key,
  name text not null,
  time_zone text not null,
  money_unit text not null check (money_unit in ('rial', 'toman')),
  locale text not null check (locale in ('fa', 'en')),
  logo_file_id uuid,
  fiscal_start_month int not null default 1 check (fiscal_start_month between 1 and 12),
  created_at timestamptz not null,
  version int not null default 1
);

create table users (
  tenant_id int not null,
  id uuid not null,
  identity_id uuid,
  name text not null,
  email text not null,
  mobile text,
  job_title text,
  search text not null,
  locale text not null check (locale in ('fa', 'en')),
  theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
  signature text,
  avatar_file_id uuid,
  state text not null check (state in ('invited', 'active', 'inactive')),
  absent_from date,
  absent_until date,
  deputy_id uuid,
  last_sign_in_at timestamptz,
  reset_requested_at timestamptz,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, email),
  unique (tenant_id, identity_id)
);
create index users_identity on users (identity_id);
create index users_deputy on users (tenant_id, deputy_id);

create table invitations (
  tenant_id int not null,
  user_id uuid not null,
  token_hash text not null,
  expires_at timestamptz not null,
  created_by uuid,
  primary key (tenant_id, user_id)
);
create index invitations_token on invitations (tenant_id, token_hash);

create table teams (
  tenant_id int not null,
  id uuid not null,
  name text not null,
  parent_id uuid,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  unique nulls not distinct (tenant_id, parent_id, name)
);

create table team_members (
  tenant_id int not null,
  team_id uuid not null,
  user_id uuid not null,
  is_leader boolean not null,
  primary key (tenant_id, team_id, user_id)
);
create index team_members_user on team_members (tenant_id, user_id);

create table roles (
  tenant_id int not null,
  id uuid not null,
  key text,
  name_fa text not null,
  name_en text not null,
  everything boolean not null,
  grants jsonb not null,
  rights jsonb not null,
  field_rules jsonb not null,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, key),
  unique (tenant_id, name_fa),
  unique (tenant_id, name_en)
);

create table user_roles (
  tenant_id int not null,
  user_id uuid not null,
  role_id uuid not null,
  primary key (tenant_id, user_id, role_id)
);
create index user_roles_role on user_roles (tenant_id, role_id);

create table api_keys (
  tenant_id int not null,
  id uuid not null,
  user_id uuid not null,
  name text not null,
  prefix text not null,
  key_hash text not null,
  scopes jsonb not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, key_hash)
);
create index api_keys_user on api_keys (tenant_id, user_id);

alter table users add constraint users_firm foreign key (tenant_id) references firms (tenant_id);
alter table users add constraint users_deputy foreign key (tenant_id, deputy_id) references users (tenant_id, id);
alter table invitations add constraint invitations_user foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade;
alter table teams add constraint teams_firm foreign key (tenant_id) references firms (tenant_id);
alter table teams add constraint teams_parent foreign key (tenant_id, parent_id) references teams (tenant_id, id);
alter table team_members add constraint team_members_team foreign key (tenant_id, team_id) references teams (tenant_id, id) on delete cascade;
alter table team_members add constraint team_members_user foreign key (tenant_id, user_id) references users (tenant_id, id);
alter table roles add constraint roles_firm foreign key (tenant_id) references firms (tenant_id);
alter table user_roles add constraint user_roles_user foreign key (tenant_id, user_id) references users (tenant_id, id);
alter table user_roles add constraint user_roles_role foreign key (tenant_id, role_id) references roles (tenant_id, id);
alter table api_keys add constraint api_keys_user foreign key (tenant_id, user_id) references users (tenant_id, id);

${tenantPolicy('firms', 'users', 'invitations', 'teams', 'team_members', 'roles', 'user_roles', 'api_keys')}

-- What follows is asked before a firm is known, so it runs with the owner's rights and answers no more than needed.

create function firm_facts(tenant int) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object('tenantId', tenant_id, 'name', name, 'timeZone', time_zone, 'moneyUnit', money_unit)
  from firms where tenant_id = tenant
$$;

create function firm_ids() returns setof int
language sql stable security definer set search_path = public, pg_temp as $$
  select tenant_id from firms order by tenant_id
$$;

create function actor_facts(tenant int, actor uuid) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'firm', firm_facts(tenant),
    'userId', u.id,
    'name', u.name,
    'locale', u.locale,
    'roles', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'everything', r.everything, 'grants', r.grants, 'rights', r.rights, 'fieldRules', r.field_rules)), '[]')
      from user_roles ur join roles r on r.tenant_id = ur.tenant_id and r.id = ur.role_id
      where ur.tenant_id = tenant and ur.user_id = u.id),
    'teamIds', (
      select coalesce(jsonb_agg(m.team_id), '[]') from team_members m where m.tenant_id = tenant and m.user_id = u.id),
    'subtreeTeamIds', (
      with recursive below as (
        select m.team_id as id from team_members m where m.tenant_id = tenant and m.user_id = u.id
        union
        select t.id from teams t join below b on t.parent_id = b.id where t.tenant_id = tenant
      )
      select coalesce(jsonb_agg(id), '[]') from below)
  )
  from users u where u.tenant_id = tenant and u.id = actor and u.state = 'active'
$$;

create function session_facts(hash text, at timestamptz) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'sessionId', s.id, 'remember', s.remember, 'lastSeenAt', s.last_seen_at, 'actor', actor_facts(u.tenant_id, u.id))
  from auth.sessions s join users u on u.tenant_id = s.tenant_id and u.identity_id = s.identity_id
  where s.token_hash = hash and s.expires_at > at
$$;

create function api_key_facts(tenant int, hash text, at timestamptz) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'apiKeyId', k.id, 'scopes', k.scopes, 'lastUsedAt', k.last_used_at, 'actor', actor_facts(k.tenant_id, k.user_id))
  from api_keys k
  where k.tenant_id = tenant and k.key_hash = hash and k.revoked_at is null and (k.expires_at is null or k.expires_at > at)
$$;

create function active_memberships(identity uuid) returns table (tenant_id int, user_id uuid, firm_name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select u.tenant_id, u.id, f.name from users u join firms f on f.tenant_id = u.tenant_id
  where u.identity_id = identity and u.state = 'active'
  order by u.last_sign_in_at desc nulls last, u.tenant_id
$$;

-- Counts inactive ones too: whoever left a firm still owns the sign-in.
create function firms_of_identity(identity uuid) returns int
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::int from users where identity_id = identity
$$;

create function note_reset_request(login text, at timestamptz) returns void
language sql security definer set search_path = public, pg_temp as $$
  update users set reset_requested_at = at
  where state = 'active' and identity_id = (select id from auth.identities where email = login)
$$;
`,
}
