import { allows, type Ctx } from '@peyvand/platform/server'
import { type RawBuilder, sql } from 'kysely'
import type { PartyKind } from '../contract/index.ts'
import './tables.ts'
import { beyondGroups } from './group-limits.ts'

/** A record that an imported row may be the same as; of everybody's, so that nobody's record is entered twice. */
export interface ImportCandidate {
  id: string
  kind: PartyKind
  keys: readonly string[]
  changeable: boolean
}

/**
 * What an imported record is recognised by: `id:<uuid>`, `number:…`, `identifier:…`, `mobile:<E.164>`, `email:…`,
 * `name:<kind>:<matchName>`.
 */
interface ImportProbe {
  keys: readonly string[]
}

interface Leaving {
  /** Records that this import made are left out. */
  notOf?: string
}

/**
 * Records outside the recycle bin that the probes may be the same as, each with all of its own keys: those that
 * share a number, identifier, mobile or e-mail, and those of the same name. A person of the same name who has another mobile
 * or e-mail is somebody else and is left out; there are many of them.
 */
export async function importCandidates(
  ctx: Ctx,
  probes: readonly ImportProbe[],
  { notOf }: Leaving = {},
): Promise<ImportCandidate[]> {
  const wanted = sorted(probes)
  const leaving = notOf === undefined ? sql`` : sql`and p.source_id is distinct from ${notOf}::uuid`
  const { rows } = await sql<CandidateRow>`
    with found as (${sql.join(lookups(ctx, wanted), sql` union `)})
    select p.id, p.kind, p.number, p.national_id, p.legal_national_id, p.match_name, p.owner_id, p.team_id,
      (select jsonb_agg(c.type || ':' || c.normalized) from contact_points c
       where c.tenant_id = p.tenant_id and c.party_id = p.id and c.type in ('mobile', 'email')) as contacts
    from found join parties p on p.tenant_id = ${ctx.tenantId} and p.id = found.id
    where p.deleted_at is null ${leaving}
    order by p.id`.execute(ctx.db)
  const beyond = await beyondGroups(
    ctx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    changeable:
      allows(ctx.actor, 'parties.update', row) &&
      allows(ctx.actor, 'parties.read', row) &&
      !beyond.has(row.id),
    keys: [
      `id:${row.id}`,
      ...(row.number ? [`number:${row.number}`] : []),
      ...[row.nationalId, row.legalNationalId].flatMap((id) => (id ? [`identifier:${id}`] : [])),
      ...(row.contacts ?? []),
      `name:${row.kind}:${row.matchName}`,
    ],
  }))
}

interface CandidateRow {
  id: string
  kind: PartyKind
  number: string | null
  nationalId: string | null
  legalNationalId: string | null
  matchName: string
  ownerId: string | null
  teamId: string | null
  contacts: string[] | null
}

interface Wanted {
  ids: Set<string>
  numbers: Set<string>
  identifiers: Set<string>
  contacts: Set<string>
  /** Names by which contact types the record must not have, as it has others: `mobile,email`. */
  names: Map<string, Set<string>>
}

function sorted(probes: readonly ImportProbe[]): Wanted {
  const wanted: Wanted = {
    ids: new Set(),
    numbers: new Set(),
    identifiers: new Set(),
    contacts: new Set(),
    names: new Map(),
  }
  const add: Record<string, (value: string, probe: ImportProbe) => void> = {
    id: (value) => void (/^[0-9a-f-]{36}$/i.test(value) && wanted.ids.add(value)),
    number: (value) => void wanted.numbers.add(value),
    identifier: (value) => void wanted.identifiers.add(value),
    mobile: (value) => void wanted.contacts.add(value),
    email: (value) => void wanted.contacts.add(value),
    name: (value, { keys }) => {
      const end = value.indexOf(':')
      const has = (type: string) =>
        value.startsWith('person:') && keys.some((key) => key.startsWith(`${type}:`))
      const unlike = ['mobile', 'email'].filter(has).join()
      const names = wanted.names.get(unlike) ?? new Set()
      wanted.names.set(unlike, names.add(value.slice(end + 1)))
    },
  }
  for (const probe of probes) {
    for (const key of probe.keys) {
      const end = key.indexOf(':')
      add[key.slice(0, end)]?.(key.slice(end + 1), probe)
    }
  }
  return wanted
}

function lookups(ctx: Ctx, { ids, numbers, identifiers, contacts, names }: Wanted): RawBuilder<unknown>[] {
  const among = (column: string, values: ReadonlySet<string>, type = 'text') =>
    sql`${sql.ref(column)} = any(${sql.val([...values])}::${sql.raw(type)}[])`
  const parties = (condition: RawBuilder<unknown>) =>
    sql`select p.id from parties p where p.tenant_id = ${ctx.tenantId} and p.deleted_at is null and ${condition}`
  return [
    sql`select c.party_id as id from contact_points c
      where c.tenant_id = ${ctx.tenantId} and ${among('c.normalized', contacts)} and c.type in ('mobile', 'email')`,
    ...(ids.size > 0 ? [parties(among('p.id', ids, 'uuid'))] : []),
    ...(numbers.size > 0 ? [parties(among('p.number', numbers))] : []),
    ...(identifiers.size > 0
      ? [parties(among('p.national_id', identifiers)), parties(among('p.legal_national_id', identifiers))]
      : []),
    ...[...names].map(([unlike, of]) => parties(sql`${among('p.match_name', of)} ${hasNone(unlike)}`)),
  ]
}

const hasNone = (types: string): RawBuilder<unknown> =>
  types === ''
    ? sql``
    : sql`and not exists (
        select from contact_points c where c.tenant_id = p.tenant_id and c.party_id = p.id
          and c.type = any(${sql.val(types.split(','))}::text[]))`
