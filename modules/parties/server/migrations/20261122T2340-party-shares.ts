import { type Migration, tenantPolicy } from '@peyvand/platform/server'

/** Files of parties shared with colleagues and teams. */
export const partyShares: Migration = {
  id: '20261122T2340-party-shares',
  sql: `
create table party_shares (
  tenant_id int not null,
  id uuid not null,
  party_id uuid not null,
  to_user_id uuid,
  to_team_id uuid,
  note text,
  until date,
  created_at timestamptz not null,
  created_by uuid,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (tenant_id, id),
  check ((to_user_id is null) <> (to_team_id is null))
);
create index party_shares_party on party_shares (tenant_id, party_id, created_at desc);
create index party_shares_user on party_shares (tenant_id, to_user_id) where until is not null and revoked_at is null;
create index party_shares_team on party_shares (tenant_id, to_team_id) where until is not null and revoked_at is null;

alter table party_shares add constraint party_shares_of
  foreign key (tenant_id, party_id) references parties (tenant_id, id) on delete cascade;

${tenantPolicy('party_shares')}
`,
}
