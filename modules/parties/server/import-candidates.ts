import { allows, type Ctx } from '@peyvand/platform/server'
import { type SqlBool, sql } from 'kysely'
import type { PartyKind } from '../contract/index.ts'
import './tables.ts'

/** A record that an imported row may be the same as; of everybody's, so that nobody's record is entered twice. */
export interface ImportCandidate {
  id: string
  kind: PartyKind
  keys: readonly string[]
  changeable: boolean
}

/**
 * Records outside the recycle bin that have any of the keys: `id:<uuid>`, `number:…`, `identifier:…`,
 * `mobile:<E.164>`, `email:…`, `name:<kind>:<matchName>`; each with all of its own keys.
 */
export async function importCandidates(ctx: Ctx, keys: readonly string[]): Promise<ImportCandidate[]> {
  const byKind = new Map<string, string[]>()
  for (const key of keys) {
    const end = key.indexOf(':')
    const values = byKind.get(key.slice(0, end)) ?? []
    if (values.length === 0) byKind.set(key.slice(0, end), values)
    values.push(key.slice(end + 1))
  }
  const of = (kind: string) => byKind.get(kind) ?? []
  const names = of('name').map((name) => name.slice(name.indexOf(':') + 1))
  const lists: [column: string, values: string[]][] = [
    ['number', of('number')],
    ['national_id', of('identifier')],
    ['legal_national_id', of('identifier')],
    ['match_name', names],
  ]
  const ids = new Set<string>()
  const note = (rows: { id: string }[]) => {
    for (const { id } of rows) ids.add(id)
  }
  const named = of('id').filter((id) => /^[0-9a-f-]{36}$/i.test(id))
  if (named.length > 0) note(await having(ctx, sql<SqlBool>`p.id = any(${sql.val(named)}::uuid[])`))
  for (const [column, values] of lists) {
    if (values.length > 0)
      note(await having(ctx, sql<SqlBool>`${sql.ref(`p.${column}`)} = any(${sql.val(values)}::text[])`))
  }
  const contacts = [...of('mobile'), ...of('email')]
  if (contacts.length > 0) {
    const points = await ctx.db
      .selectFrom('contactPoints')
      .select('partyId as id')
      .where('tenantId', '=', ctx.tenantId)
      .where(sql<SqlBool>`normalized = any(${sql.val(contacts)}::text[])`)
      .where('type', 'in', ['mobile', 'email'])
      .execute()
    note(points)
  }
  return candidatesById(ctx, [...ids])
}

function having(ctx: Ctx, condition: ReturnType<typeof sql<SqlBool>>) {
  return ctx.db
    .selectFrom('parties as p')
    .select('p.id')
    .where('p.tenantId', '=', ctx.tenantId)
    .where('p.deletedAt', 'is', null)
    .where(condition)
    .execute()
}

async function candidatesById(ctx: Ctx, ids: readonly string[]): Promise<ImportCandidate[]> {
  if (ids.length === 0) return []
  const rows = await ctx.db
    .selectFrom('parties as p')
    .select(['p.id', 'p.kind', 'p.number', 'p.nationalId', 'p.legalNationalId', 'p.matchName'])
    .select(['p.ownerId', 'p.teamId'])
    .select(
      sql<string[]>`array(
        select c.type || ':' || c.normalized from contact_points c
        where c.tenant_id = p.tenant_id and c.party_id = p.id and c.type in ('mobile', 'email'))`.as(
        'contacts',
      ),
    )
    .where('p.tenantId', '=', ctx.tenantId)
    .where('p.deletedAt', 'is', null)
    .where(sql<SqlBool>`p.id = any(${sql.val([...ids])}::uuid[])`)
    .orderBy('p.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    changeable: allows(ctx.actor, 'parties.update', row) && allows(ctx.actor, 'parties.read', row),
    keys: [
      `id:${row.id}`,
      ...(row.number ? [`number:${row.number}`] : []),
      ...[row.nationalId, row.legalNationalId].flatMap((id) => (id ? [`identifier:${id}`] : [])),
      ...row.contacts,
      `name:${row.kind}:${row.matchName}`,
    ],
  }))
}
