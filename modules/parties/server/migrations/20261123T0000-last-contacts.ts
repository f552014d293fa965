import { type Migration, tenantPolicy } from '@peyvand/platform/server'

/**
 * The last contact changes with every call. In a row of its own it costs one small index, and not all those of the
 * party.
 */
export const lastContacts: Migration = {
  id: '20261123T0000-last-contacts',
  sql: `
create table party_last_contacts (
  tenant_id int not null,
  party_id uuid not null,
  at timestamptz,
  primary key (tenant_id, party_id)
);
insert into party_last_contacts (tenant_id, party_id, at) select tenant_id, id, last_contact_at from parties;
create index party_last_contacts_at on party_last_contacts (tenant_id, at desc nulls last, party_id desc);
alter table party_last_contacts add constraint party_last_contacts_party
  foreign key (tenant_id, party_id) references parties (tenant_id, id) on delete cascade;
alter table parties drop column last_contact_at;

${tenantPolicy('party_last_contacts')}
`,
}
