import type { ClientBase } from 'pg'
import { places } from '../apps/server/sample-data/words.ts'
import { ownValues, ownWords } from './load-own-fields.ts'
import { type MadeName, organizationNames, personNames } from './made-names.ts'

/** Seconds in which the firm got its parties: three years. */
const span = 3 * 365 * 86_400

/**
 * Fills `parties` with what belongs to them by bulk SQL: three persons to one organisation, a mobile and an address
 * each, one group each. Leaves the temporary table `made_parties (i, id)`.
 */
export async function loadParties(
  client: ClientBase,
  { tenantId, parties }: { tenantId: number; parties: number },
): Promise<void> {
  await loadNames(client, 'made_persons', personNames())
  await loadNames(client, 'made_organizations', organizationNames())
  await client.query('create temp table made_parties (i int primary key, id uuid not null)')
  await client.query(`insert into made_parties select i, uuidv7() from generate_series(1, ${parties}) i`)
  await client.query('analyze made_parties')
  // The longest file is the first; a step of 7919 through the numbers gives each party its own.
  await client.query(
    `insert into parties (tenant_id, id, kind, number, display_name, first_name, last_name, search, match_name,
       source_kind, owner_id, team_id, created_at, updated_at, created_by, next_contact_on, custom)
     select $1, m.id, case when m.i % 4 = 0 then 'organization' else 'person' end, m.i::text, n.display, n.first, n.last,
       n.search || ' ' || m.i || ' 0912' || lpad((m.i::bigint * 7919 % 10000000)::text, 7, '0')
         || ' ' || ${ownWords('m.i')}, n.match,
       'manual', s.id, s.team_id, now() - ${span}::float8 * m.i / $2 * interval '1 second',
       now() - ${span}::float8 * m.i / $2 * interval '1 second', s.id,
       case when m.i % 10 = 0 then current_date + m.i % 60 - 30 end, ${ownValues('m.i')}
     from made_parties m
     join made_staff s on s.i = (hashint4(m.i) & 2147483647) % (select count(*) from made_staff)
     join (
       select 0 as organization, i, display, first, last, search, match from made_persons
       union all select 1, i, display, first, last, search, match from made_organizations
     ) n on n.organization = (m.i % 4 = 0)::int
       and n.i = m.i::bigint * 7919 % case when m.i % 4 = 0 then (select count(*) from made_organizations) else (select count(*) from made_persons) end`,
    [tenantId, parties],
  )
  await client.query('analyze parties')
  await client.query(
    `insert into party_last_contacts (tenant_id, party_id, at)
     select $1, m.id, case when m.i % 3 = 0 then now() - m.i % 700 * interval '1 hour' end from made_parties m`,
    [tenantId],
  )
  await client.query('analyze party_last_contacts')
  await client.query(
    `insert into contact_points (tenant_id, id, party_id, type, value, normalized, tail, "primary", position)
     select $1, uuidv7(), m.id, 'mobile', n.e164, n.e164, right(n.e164, 8), true, 0
     from made_parties m, lateral (select '+98912' || lpad((m.i::bigint * 7919 % 10000000)::text, 7, '0') as e164) n`,
    [tenantId],
  )
  await client.query(
    `insert into addresses (tenant_id, id, party_id, province, city, "primary", position)
     select $1, uuidv7(), m.id, ($2::text[])[1 + m.i % ${places.length}], ($3::text[])[1 + m.i % ${places.length}], true, 0
     from made_parties m`,
    [tenantId, places.map(({ province }) => province), places.map(({ city }) => city)],
  )
  await client.query(
    `insert into party_group_members (tenant_id, group_id, party_id, state, since)
     select $1, g.id, m.id, g.states -> 0 ->> 'key', current_date - m.i % 1000
     from made_parties m join party_groups g on g.tenant_id = $1 and g.key =
       case when m.i % 200 = 1 then 'competitors' when m.i % 4 = 0 then 'customers' else 'leads' end`,
    [tenantId],
  )
}

async function loadNames(client: ClientBase, table: string, names: readonly MadeName[]): Promise<void> {
  await client.query(
    `create temp table ${table} (i int primary key, display text, first text, last text, search text, match text)`,
  )
  await client.query(
    `insert into ${table} select ord - 1, display, first, last, search, match
     from rows from (unnest($1::text[]), unnest($2::text[]), unnest($3::text[]), unnest($4::text[]), unnest($5::text[]))
       with ordinality n (display, first, last, search, match, ord)`,
    (['display', 'first', 'last', 'search', 'match'] as const).map((key) => names.map((name) => name[key])),
  )
  await client.query(`analyze ${table}`)
}
