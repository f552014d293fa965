import type { Migration } from '@peyvand/platform/server'

/** Belongs to the sign-in, like the password: it has no tenant. */
export const passkeyTable: Migration = {
  id: '20261122T2240-passkeys',
  sql: `
create table auth.passkeys (
  id uuid primary key,
  identity_id uuid not null references auth.identities (id) on delete cascade,
  credential_id text not null unique,
  public_key text not null,
  counter bigint not null,
  transports jsonb not null,
  rp_id text not null,
  backed_up boolean not null,
  name text not null,
  last_challenge_at bigint,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkeys_identity on auth.passkeys (identity_id);
`,
}
