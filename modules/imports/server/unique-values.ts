import type { ImportSettings } from '@peyvand/imports/contract'
import { anyOf, type Ctx, customFieldsOf, uniqueValues, wantedCustomUniques } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { Candidate, ReadItem } from './import-target.ts'

/** What rows write into unique own fields, as keys that one record may have: `unique:<field>:<value>`. */
export interface UniqueKeys {
  /** Those of an item that are written: all of a new record, of a known one those that the settings let through. */
  of(item: ReadItem, match: Candidate | undefined): string[]
  /** Records that have one of the values, with their keys. */
  stored: readonly Candidate[]
  /** The name of the field that a key is of. */
  nameOf(key: string): string
}

interface Asked {
  record: string
  duplicates: ImportSettings['duplicates']
  items: readonly ReadItem[]
  /** Stored records that items may be. */
  known: readonly Candidate[]
}

/** Asks once for many rows who has the unique values that they bring. */
export async function loadUniqueKeys(
  ctx: Ctx,
  { record, duplicates, items, known }: Asked,
): Promise<UniqueKeys> {
  const fields = (await customFieldsOf(ctx, record)).filter(({ unique }) => unique)
  const wanted = items.flatMap((item) =>
    uniqueValues(fields, item.own ?? {}).map((value) => ({ ...value, item })),
  )
  const keys = new Map<ReadItem, string[]>()
  const stored: Candidate[] = []
  for (const [at, { fieldId, key: value, takenBy }] of (await wantedCustomUniques(ctx, wanted)).entries()) {
    const { item } = wanted[at] as { item: ReadItem }
    const key = `unique:${fieldId}:${value}`
    keys.set(item, [...(keys.get(item) ?? []), key])
    if (takenBy) stored.push({ id: takenBy, kind: '', keys: [key], changeable: false })
  }
  const filled =
    duplicates === 'fill' && wanted.length > 0 ? await filledFields(ctx, known, fields) : new Set<string>()
  return {
    stored,
    of: (item, match) => {
      const own = keys.get(item) ?? []
      if (!match) return own
      if (!match.changeable || (duplicates !== 'fill' && duplicates !== 'overwrite')) return []
      return own.filter((key) => !filled.has(`${match.id} ${fieldOf(key)}`))
    },
    nameOf: (key) => {
      const field = fields.find(({ id }) => id === fieldOf(key))
      return (ctx.locale === 'fa' ? field?.labelFa : field?.labelEn) ?? ''
    },
  }
}

const fieldOf = (key: string): string => key.split(':')[1] ?? ''

/** `<record> <field>` of the unique fields that hold something: filling leaves them as they are. */
async function filledFields(
  ctx: Ctx,
  known: readonly Candidate[],
  fields: readonly { id: string }[],
): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom('customUniques')
    .select(['recordId', 'fieldId'])
    .where('tenantId', '=', ctx.tenantId)
    .where(
      anyOf(
        sql`field_id`,
        fields.map(({ id }) => id),
      ),
    )
    .where(anyOf(sql`record_id`, [...new Set(known.map(({ id }) => id))]))
    .execute()
  return new Set(rows.map(({ recordId, fieldId }) => `${recordId} ${fieldId}`))
}
