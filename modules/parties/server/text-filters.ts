import { cleanText, parsePhone, toLatinDigits } from '@peyvand/persian'
import { escapeLike } from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** A column that contains a text as stored, in any case. */
export const likeAnywhere = (column: RawBuilder<unknown>, text: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`lower(${column}) like ${`%${escapeLike(cleanText(text).toLowerCase())}%`}`

/** A phone typed into a filter: whole as E.164, and the digits that any spelling of a part of it has in common. */
export function foldPhone(text: string): { e164: string; fragment: string } {
  const parsed = parsePhone(text)
  const digits = toLatinDigits(text)
    .replace(/\D/g, '')
    .replace(/^(00)?98(?=\d{6})/, '')
    .replace(/^0/, '')
  return { e164: parsed.ok ? parsed.value.e164 : text, fragment: digits || escapeLike(text) }
}

/** A search column that holds every word. */
export const holdsTerms = (column: RawBuilder<unknown>, terms: readonly string[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${sql.join([sql`true`, ...terms.map((term) => sql`${column} like ${`%${escapeLike(term)}%`}`)], sql` and `)})`
