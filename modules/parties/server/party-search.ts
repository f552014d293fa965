import {
  formatPhone,
  localizeDigits,
  rescueKeyboard,
  searchKey,
  searchPhrase,
  searchTerms,
  toLatinDigits,
} from '@peyvand/persian'
import type { SearchHit } from '@peyvand/platform/contract'
import { type Ctx, fieldRule, limitOf, scopeOf } from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { visibleParties } from './party-access.ts'
import { lastContactAt, primaryPhone } from './party-columns.ts'
import { shownPhone, withheldWords } from './party-field-rules.ts'
import { openedByShare } from './shares/opened-by-share.ts'
import { holdsTerms } from './text-filters.ts'

/** A page of a list is made of the first so many finds; whoever searches for a word that common will type another. */
export const listLimit = 1000
const hookLimit = 300
const noLimit = 2_147_483_647

/**
 * Words of a query as the search column holds them. A number typed with spaces, dashes or a country code is one
 * word, as it is dialled in Iran.
 */
export function queryTerms(text: string): string[] {
  const typed = toLatinDigits(text).trim()
  if (/^[+\d][\d\s()./-]*$/.test(typed)) {
    const digits = typed.replace(/\D/g, '')
    if (digits.length >= 3)
      return [
        digits
          .replace(/^0098/, '0')
          .replace(/^98(?=9\d{9}$)/, '0')
          .replace(/^98/, typed.startsWith('+') ? '0' : '98'),
      ]
  }
  return searchTerms(text)
}

/** Ids that a search finds among all the caller may see, as SQL. */
export function foundIds(ctx: Ctx, text: string, most = noLimit): RawBuilder<string[]> {
  // The function knows no groups: of a few found, none might be within those of the caller.
  const limit = limitOf(ctx.actor, 'parties') ? noLimit : most
  const terms = queryTerms(text)
  const rescued = queryTerms(rescueKeyboard(text))
  const scope = scopeOf(ctx.actor, 'parties.read')
  const owner = scope === 'all' ? null : ctx.actor.userId
  const teams = scope === 'team' ? ctx.actor.teamIds : scope === 'subtree' ? ctx.actor.subtreeTeamIds : []
  const shared = scope === 'all' || scope === null ? sql`` : sql` union ${sharedFinds(ctx, terms)}`
  return sql`array(select search_parties(${sql.val(terms)}::text[], ${sql.val(rescued)}::text[], ${limit},
    ${owner}::uuid, ${scope === 'all' ? null : sql.val([...teams])}::uuid[], ${sql.val(withheldWords(ctx))}::text[])${shared})`
}

/** Of more than these it is quicker to look at the texts of one record after another. */
const mostHolders = 10_000

/**
 * All present parties of the firm whose search text has a text: the only ones with an own field that can
 * contain it. Null where there are too many, or where the search cannot tell.
 */
export async function textHolders(ctx: Ctx, text: string): Promise<string[] | null> {
  const phrase = heldPhrase(text)
  if (phrase === null) return null
  const { rows } = await sql<{ ids: string[] }>`
    select array(select search_parties(array[${phrase}]::text[], '{}', ${mostHolders + 1}, null, null, '{}')) as ids`.execute(
    ctx.db,
  )
  const ids = rows[0]?.ids ?? []
  return ids.length > mostHolders ? null : ids
}

/**
 * What the search text of a record holds when one of its own texts contains this one. Null for too short a text, which
 * has no trigram, and for one that may begin within a country code, which search texts have in another form.
 */
export function heldPhrase(text: string): string | null {
  const phrase = searchPhrase(text)
  return phrase.length < 3 || phrase.includes('+') || /^(98|8)/.test(phrase) ? null : phrase
}

/** What is found among the files that were shared with the caller, few. */
function sharedFinds(ctx: Ctx, terms: readonly string[]): RawBuilder<unknown> {
  const withheld = withheldWords(ctx)
  const openly =
    withheld.length === 0
      ? sql`true`
      : sql`is_openly_found(p, ${sql.val([...terms])}::text[], ${sql.val(withheld)}::text[])`
  return sql`select p.id from parties p
    where p.tenant_id = ${ctx.tenantId} and p.deleted_at is null and ${openedByShare(ctx)}
      and ${holdsTerms(sql`p.search`, terms)} and ${openly}`
}

/** Rows of the bin, few, that hold every word of a query. */
export function isFoundInBin(ctx: Ctx, text: string): RawBuilder<SqlBool> {
  const terms = queryTerms(text)
  const holds = holdsTerms(sql`p.search`, terms)
  const withheld = withheldWords(ctx)
  if (withheld.length === 0) return holds
  return sql<SqlBool>`(${holds} and is_openly_found(p, ${sql.val(terms)}::text[], ${sql.val(withheld)}::text[]))`
}

/** Everything that a search finds: for exports and changes of all that match. */
export const isFound = (ctx: Ctx, text: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`p.id = any(${foundIds(ctx, text)})`

/** The first finds: for a page of the list. */
export const isAmongFirstFound = (ctx: Ctx, text: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`p.id = any(${foundIds(ctx, text, listLimit)})`

/** Parties for the global search: names that begin with the query first, then those met last. */
export async function searchParties(
  ctx: Ctx,
  { q, limit, types }: { q: string; limit: number; types: readonly string[] | null },
): Promise<SearchHit[]> {
  if ((types && !types.includes('parties')) || scopeOf(ctx.actor, 'parties.read') === null) return []
  const rows = await visibleParties(ctx)
    .where(sql<SqlBool>`p.id = any(${foundIds(ctx, q, hookLimit)})`)
    .select(['p.id', 'p.kind', 'p.displayName', 'p.jobTitle', 'p.number'])
    .select(primaryPhone(ctx).as('phone'))
    .orderBy(sql`left(p.search, 40) like ${`${escaped(searchKey(q))}%`} desc`)
    .orderBy(sql`${lastContactAt} desc nulls last`)
    .orderBy('p.id', 'desc')
    .limit(limit)
    .execute()
  const rule = fieldRule(ctx.actor, 'parties.phones')
  return rows.map((row) => ({
    type: 'parties',
    id: row.id,
    title: row.displayName,
    subtitle:
      [
        row.number && localizeDigits(row.number, ctx.locale),
        row.jobTitle,
        phoneInLine(ctx, shownPhone(row.phone, rule, ctx.locale)),
      ]
        .filter(Boolean)
        .join(' · ') || null,
    kind: row.kind,
  }))
}

/** Set apart, so that it keeps its order between words of a language that runs the other way. */
const phoneInLine = ({ locale }: Ctx, phone: string | null): string | null =>
  phone && `\u2066${phone.startsWith('+') ? formatPhone(phone, locale) : phone}\u2069`

const escaped = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`).slice(0, 40)
