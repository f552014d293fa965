import { fieldsSomeRoleHides, firmSettings } from '@peyvand/identity/server'
import { partyName } from '@peyvand/parties/server'
import { cleanText, searchKey } from '@peyvand/persian'
import type { CustomField, CustomValues } from '@peyvand/platform/contract'
import { badField, type Ctx, customFieldsOf } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { recordTypeOf } from '../contract/index.ts'
import type { KindRow } from './record-kinds.ts'
import { titleFrom } from './title-pattern.ts'

interface Described {
  number: string
  /** As typed; kinds that make titles of their fields do not ask for it. */
  title: string | undefined
  partyId: string | null
  custom: CustomValues
}

/**
 * The title and what the search looks in, made of what the record holds. They are stored once for all readers: own
 * fields that some role hides are left out of the title, and their words stand apart.
 */
export type TextsOf = (
  described: Described,
  party: string | null,
) => { title: string; search: string; searchWithheld: string }

/**
 * Makes the function that titles records of a kind and gathers what the search looks in.
 * It throws AppError badInput (400) at `title` where users write titles and there is none.
 */
export async function recordTexts(ctx: Ctx, kind: KindRow): Promise<TextsOf> {
  const type = recordTypeOf(kind.key)
  const fields = await customFieldsOf(ctx, type)
  const hidden = await fieldsSomeRoleHides(ctx, type)
  const isHidden = ({ key }: CustomField) => hidden.has(`custom.${key}`)
  const open = fields.filter((field) => !isHidden(field))
  const { locale } = await firmSettings(ctx)
  return ({ number, title, custom }, party) => {
    const shown =
      kind.titlePattern === null
        ? cleanText(title ?? '')
        : titleFrom(kind.titlePattern, { number, party, custom, fields: open, locale }) ||
          `${locale === 'fa' ? kind.nameFa : kind.nameEn} ${number}`
    if (shown === '') throw badField('title', 'required')
    return {
      title: shown,
      search: searchKey(`${shown} ${number} ${party ?? ''} ${wordsOf(open, custom)}`),
      searchWithheld: searchKey(wordsOf(fields.filter(isHidden), custom)),
    }
  }
}

/** Names of the parties of records that are being written, by id. */
export async function namesOfParties(
  ctx: Ctx,
  partyIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(partyIds.filter((id) => id !== null))]
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string | null }>`
    select g.id, ${partyName(sql.ref('g.id'))} as name
    from unnest(${sql.val(ids)}::uuid[]) as g (id)`.execute(ctx.db)
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])))
}

const searchedLength = 4000

function wordsOf(fields: readonly CustomField[], custom: CustomValues): string {
  const words = fields.flatMap(({ key, options }) => {
    const value = custom[key]
    const values = Array.isArray(value) ? value : [value]
    return values.flatMap((one) => {
      const option = options.find((known) => known.value === one)
      if (option) return [option.labelFa, option.labelEn]
      return typeof one === 'string' && !isId(one) ? [one.slice(0, searchedLength)] : []
    })
  })
  return words.join(' ')
}

const isId = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text)
