import { matchName } from '@peyvand/persian'
import type { Ctx } from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import {
  type ContactPointType,
  type DuplicateReason,
  normalizeContact,
  type PartyKind,
} from '../contract/index.ts'
import './tables.ts'

/** What a record is looked for by; made by `matchProbe`. */
export interface MatchProbe {
  nationalId: string | null
  legalNationalId: string | null
  number: string | null
  /** `matchName` of the name; empty when there is none. */
  name: string
  contacts: { type: ContactPointType; normalized: string | null; tail: string | null }[]
}

interface Facts {
  kind: PartyKind
  name?: string | null | undefined
  firstName?: string | null | undefined
  lastName?: string | null | undefined
  number?: string | null | undefined
  nationalId?: string | null | undefined
  legalNationalId?: string | null | undefined
  contactPoints?: readonly { type: ContactPointType; value: string }[] | undefined
}

/** Brings what is known of a party, also half typed, to the forms in which records are equal. */
export function matchProbe(facts: Facts): MatchProbe {
  const personName = [facts.firstName, facts.lastName].filter(Boolean).join(' ')
  return {
    nationalId: facts.nationalId || null,
    legalNationalId: facts.legalNationalId || null,
    number: facts.number || null,
    name: matchName((facts.kind === 'person' && personName) || facts.name || ''),
    contacts: (facts.contactPoints ?? []).flatMap(({ type, value }): MatchProbe['contacts'] => {
      const normal = normalizeContact(type, value)
      if (normal.ok) return [{ type, normalized: normal.value.normalized, tail: normal.value.tail }]
      const local = normal.code === 'parties.areaCode' ? lastDigits(value) : null
      return local ? [{ type, normalized: null, tail: local }] : []
    }),
  }
}

/** Eight digits typed without an area code. */
function lastDigits(value: string): string | null {
  const digits = matchName(value).replace(/\D/g, '')
  return digits.length === 8 ? digits : null
}

/** Party id → why it is like the probe. */
export type Matches = Map<string, Set<DuplicateReason>>

const columns = { nationalId: 'national_id', legalNationalId: 'legal_national_id', number: 'number' } as const

/**
 * Records outside the recycle bin, of everybody's, that equal the probes in an identifier, address, phone or
 * name; one map per probe, by a handful of statements however many probes there are.
 */
export async function findMatches(ctx: Ctx, probes: readonly MatchProbe[]): Promise<Matches[]> {
  const matches: Matches[] = probes.map(() => new Map())
  const note = (index: number, partyId: string, reason: DuplicateReason) => {
    const reasons = matches[index]?.get(partyId) ?? new Set()
    matches[index]?.set(partyId, reasons.add(reason))
  }
  for (const [field, column] of Object.entries(columns) as [keyof typeof columns, string][]) {
    const wanted = indexBy(probes, (probe) => [probe[field]])
    for (const row of await partiesBy(ctx, column, wanted))
      wanted.get(row.value)?.forEach((index) => note(index, row.id, field))
  }
  const names = indexBy(probes, (probe) => [probe.name || null])
  for (const row of await partiesBy(ctx, 'match_name', names))
    names.get(row.value)?.forEach((index) => note(index, row.id, 'sameName'))

  const exact = indexBy(probes, (probe) => probe.contacts.map(({ normalized }) => normalized))
  for (const row of await contactsBy(ctx, sql<string>`c.normalized`, exact)) {
    exact.get(row.value)?.forEach((index) => note(index, row.partyId, reasonOf(row.type, row.value)))
  }
  const tails = indexBy(probes, (probe) => probe.contacts.map(({ tail }) => tail))
  for (const row of await contactsBy(ctx, sql<string>`c.tail`, tails)) {
    for (const index of tails.get(row.value) ?? []) {
      const known = matches[index]?.get(row.partyId)
      if (!known?.has('mobile') && !known?.has('phone')) note(index, row.partyId, 'phoneTail')
    }
  }
  return matches
}

const reasonOf = (type: ContactPointType, normalized: string): DuplicateReason => {
  if (type === 'email') return 'email'
  return normalized.startsWith('+989') ? 'mobile' : 'phone'
}

/** Value → the probes that ask for it. */
function indexBy(
  probes: readonly MatchProbe[],
  values: (probe: MatchProbe) => (string | null)[],
): Map<string, number[]> {
  const index = new Map<string, number[]>()
  for (const [at, probe] of probes.entries()) {
    for (const value of new Set(values(probe))) if (value) index.set(value, [...(index.get(value) ?? []), at])
  }
  return index
}

async function partiesBy(
  ctx: Ctx,
  column: string,
  wanted: ReadonlyMap<string, unknown>,
): Promise<{ id: string; value: string }[]> {
  if (wanted.size === 0) return []
  return ctx.db
    .selectFrom('parties')
    .select(['id', sql<string>`${sql.raw(column)}`.as('value')])
    .where('tenantId', '=', ctx.tenantId)
    .where('deletedAt', 'is', null)
    .where(sql<SqlBool>`${sql.raw(column)} = any(${sql.val([...wanted.keys()])}::text[])`)
    .execute()
}

async function contactsBy(
  ctx: Ctx,
  column: RawBuilder<string>,
  wanted: ReadonlyMap<string, unknown>,
): Promise<{ partyId: string; type: ContactPointType; value: string }[]> {
  if (wanted.size === 0) return []
  return ctx.db
    .selectFrom('contactPoints as c')
    .innerJoin('parties as p', (join) =>
      join.onRef('p.tenantId', '=', 'c.tenantId').onRef('p.id', '=', 'c.partyId'),
    )
    .select(['c.partyId', 'c.type', column.as('value')])
    .where('c.tenantId', '=', ctx.tenantId)
    .where('p.deletedAt', 'is', null)
    .where('c.type', '<>', 'website')
    .where(sql<SqlBool>`${column} = any(${sql.val([...wanted.keys()])}::text[])`)
    .execute()
}
