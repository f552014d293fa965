import { userName } from '@peyvand/identity/server'
import type { Ref } from '@peyvand/platform/contract'
import { AppError, allows, anyOf, type Ctx } from '@peyvand/platform/server'
import { type RawBuilder, sql } from 'kysely'
import type { DuplicateHit, DuplicateQuestion, DuplicateReason, PartyKind } from '../contract/index.ts'
import type { ContactInput, ContactRow } from './contact-rows.ts'
import { duplicateScore, isCertain, uniqueReasons } from './duplicate-score.ts'
import { beyondGroups } from './group-limits.ts'
import { findMatches, type Matches, matchProbe } from './match-parties.ts'
import { primaryPhone } from './party-columns.ts'
import { partyFieldRules, shownPhone } from './party-field-rules.ts'
import type { PartyTableRow } from './party-row.ts'
import { taken } from './taken.ts'

const leastSimilarity = 0.45
const shortestName = 4
const mostHits = 10

/**
 * Records that may be the one being typed, surest first. Of a record that the caller may not see, only its owner
 * is told.
 */
export async function findDuplicates(ctx: Ctx, question: DuplicateQuestion): Promise<DuplicateHit[]> {
  const probe = matchProbe(question)
  const [matches] = (await findMatches(ctx, [probe])) as [Matches]
  const similarity = await similarNames(ctx, probe.name)
  for (const partyId of similarity.keys()) {
    if (!matches.get(partyId)?.has('sameName'))
      matches.set(partyId, (matches.get(partyId) ?? new Set()).add('similarName'))
  }
  if (question.exceptId) matches.delete(question.exceptId)
  return hitsOf(ctx, { matches, kind: question.kind, similarity })
}

interface Draft {
  kind: PartyKind
  nationalId?: string | null | undefined
  legalNationalId?: string | null | undefined
  number?: string | null | undefined
  contactPoints?: readonly ContactInput[] | undefined
}

/**
 * Stops a save that would surely make a second record of the same party; addresses that the record being saved
 * (`except`) has already are not asked about.
 * @throws AppError parties.identifierTaken, parties.numberTaken, parties.duplicate (409); `params.hits` says of whom
 */
export async function refuseCertainDuplicates(
  ctx: Ctx,
  draft: Draft,
  { except, points = [] }: { except?: Pick<PartyTableRow, 'id'>; points?: readonly ContactRow[] } = {},
): Promise<void> {
  const own = new Set(points.map((point) => point.normalized))
  const contactPoints = (draft.contactPoints ?? []).filter((point) => !own.has(point.normalized))
  const { kind, nationalId, legalNationalId, number } = draft
  const [matches] = (await findMatches(ctx, [
    matchProbe({ kind, nationalId, legalNationalId, number, contactPoints }),
  ])) as [Matches]
  if (except) matches.delete(except.id)
  for (const [id, reasons] of matches) if (!isCertain([...reasons])) matches.delete(id)
  if (matches.size === 0) return
  const hits = await hitsOf(ctx, { matches, kind, similarity: new Map() })
  const clash = uniqueReasons.find((reason) => hits.some((hit) => hit.reasons.includes(reason)))
  if (clash) {
    const { code, options } = taken(
      clash,
      clash === 'number' ? 'parties.numberTaken' : 'parties.identifierTaken',
    )
    throw new AppError(code, { ...options, params: { hits } })
  }
  throw new AppError('parties.duplicate', { status: 409, params: { hits } })
}

async function similarNames(ctx: Ctx, name: string): Promise<Map<string, number>> {
  if (name.length < shortestName) return new Map()
  const { rows } = await sql<{ partyId: string; score: number }>`
    select party_id, score from similar_parties(${name}, ${leastSimilarity}, ${mostHits * 2})`.execute(ctx.db)
  return new Map(rows.map((row) => [row.partyId, row.score]))
}

interface Found {
  matches: Matches
  kind: PartyKind
  similarity: ReadonlyMap<string, number>
}

async function hitsOf(ctx: Ctx, { matches, kind, similarity }: Found): Promise<DuplicateHit[]> {
  if (matches.size === 0) return []
  const rows = await ctx.db
    .selectFrom('parties as p')
    .select(['p.id', 'p.displayName', 'p.kind', 'p.ownerId', 'p.teamId'])
    .select([
      primaryPhone(ctx).as('phone'),
      cityOf(ctx).as('city'),
      userName(sql.ref('p.ownerId')).as('ownerName'),
    ])
    .where('p.tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`p.id`, [...matches.keys()]))
    .execute()
  const rules = partyFieldRules(ctx)
  const beyond = await beyondGroups(
    ctx,
    rows.map(({ id }) => id),
  )
  return rows
    .map((row): DuplicateHit => {
      const reasons = [...(matches.get(row.id) ?? [])] as DuplicateReason[]
      const owner: Ref | null = row.ownerId ? { id: row.ownerId, name: row.ownerName ?? '' } : null
      const party = {
        id: row.id,
        name: row.displayName,
        kind: row.kind,
        phone: shownPhone(row.phone, rules.phones, ctx.locale),
        city: rules.addresses === 'hidden' ? null : row.city,
      }
      return {
        party: allows(ctx.actor, 'parties.read', row) && !beyond.has(row.id) ? party : null,
        owner,
        reasons,
        score: duplicateScore({
          reasons,
          nameSimilarity: similarity.get(row.id) ?? 0,
          sameKind: row.kind === kind,
        }),
        certain: isCertain(reasons),
      }
    })
    .filter((hit) => hit.party !== null || hit.certain)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostHits)
}

/** City of the first address of `parties as p`. */
export const cityOf = (ctx: Ctx): RawBuilder<string | null> => sql`(
  select a.city from addresses a where a.tenant_id = ${ctx.tenantId} and a.party_id = p.id
  order by a."primary" desc, a.position limit 1)`
