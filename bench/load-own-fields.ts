import type { ClientBase } from 'pg'
import { newId } from '../platform/server/ids.ts'

/** Own fields of the short types, which lists filter and sort by; the rest of the thirty are long texts. */
const listed = [
  ['ownText', 'text', 'custom_texts', `'قرارداد ' || lpad((i::bigint * 7919 % 1000000)::text, 6, '0')`],
  ['ownCode', 'text', 'custom_texts', `'K-' || i % 5000`],
  ['ownPhone', 'phone', 'custom_texts', `'+98912' || lpad((i::bigint * 104729 % 10000000)::text, 7, '0')`],
  ['ownMail', 'email', 'custom_texts', `'p' || i || '@firm.example'`],
  ['ownFlag', 'boolean', 'custom_texts', `case when i % 3 = 0 then 'true' else 'false' end`],
  ['ownNumber', 'number', 'custom_numbers', `(i::bigint * 7919 % 1000000)::text`],
  ['ownScore', 'number', 'custom_numbers', `(i % 100)::text`],
  ['ownCredit', 'money', 'custom_numbers', `(i::bigint * 1000000)::text`],
  ['ownDate', 'date', 'custom_dates', `(date '2020-03-20' + i % 2500)::text`],
  ['ownTime', 'duration', 'custom_numbers', `(i % 480)::text`],
] as const
const longTexts = 20
/** A number's side row holds ten thousandths. */
const sideOf = (type: string, value: string) => (type === 'number' ? `${value}::bigint * 10000` : value)
const castOf = { custom_texts: 'text', custom_numbers: 'bigint', custom_dates: 'date' } as const

/** What the search text holds of the own fields of the party of number `i`, as the program writes it. */
export const ownWords = (i: string): string =>
  listed
    .flatMap(([, type, , value]) => {
      const text = `lower(${value.replaceAll(/\bi\b/g, i)})`
      if (type === 'phone') return [`'0' || substr(${text}, 4)`]
      return type === 'text' || type === 'email' ? [searchForms(text)] : []
    })
    .join(` || ' ' || `)

/** The folded text, and without spaces where it has some. */
const searchForms = (text: string) =>
  `${text} || case when ${text} like '% %' then ' ' || replace(${text}, ' ', '') else '' end`

/** The `custom` column of the party of number `i`: ten listed values and one of the long texts. */
export const ownValues = (i: string): string => {
  const parts = listed.map(([key, type, , value]) => {
    const json =
      type === 'number' || type === 'duration'
        ? `(${value})::bigint`
        : type === 'boolean'
          ? `(${value})::boolean`
          : value
    return `'${key}', ${json.replaceAll(/\bi\b/g, i)}`
  })
  return `jsonb_build_object(${parts.join(', ')}, 'ownNote' || ${i} % ${longTexts}, 'یادداشتی دربارهٔ همکاری با این مخاطب ' || ${i})`
}

/** Thirty own fields of parties, and the rows that lists read of them, for the parties of `made_parties`. */
export async function loadOwnFields(client: ClientBase, tenantId: number): Promise<void> {
  const define = async (key: string, type: string, position: number) => {
    const id = newId()
    await client.query(
      `insert into custom_fields (tenant_id, id, record, key, type, label_fa, label_en, required, options, applies_to, position)
       values ($1, $2, 'parties', $3, $4, $3, $3, false, '[]', '[]', $5)`,
      [tenantId, id, key, type, position],
    )
    return id
  }
  for (const [position, [key, type, table, value]] of listed.entries()) {
    const id = await define(key, type, position)
    await client.query(
      `insert into ${table} (tenant_id, record_id, field_id, ord, value)
       select $1, id, $2, 0, (${sideOf(type, `(${value})`)})::${castOf[table]} from made_parties`,
      [tenantId, id],
    )
  }
  for (let at = 0; at < longTexts; at += 1) await define(`ownNote${at}`, 'longText', listed.length + at)
}
