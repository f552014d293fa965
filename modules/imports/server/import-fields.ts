import type { CustomField } from '@peyvand/platform/contract'
import { type Ctx, seenCustomFields } from '@peyvand/platform/server'
import type { ImportField } from './import-target.ts'

/** A ready field in short; other headers that people write stand between bars. */
export type FieldRow = readonly [
  key: string,
  fa: string,
  en: string,
  synonyms: string,
  type?: ImportField['type'],
]

export const fieldOfRow = ([key, fa, en, synonyms, type = 'text']: FieldRow): ImportField => ({
  key,
  fa,
  en,
  type,
  side: 'main',
  synonyms: synonyms.split('|'),
})

const columnTypes: Partial<Record<CustomField['type'], ImportField['type']>> = {
  number: 'number',
  money: 'money',
  date: 'date',
  instant: 'date',
  duration: 'number',
  boolean: 'boolean',
  phone: 'phone',
  email: 'email',
  oneOf: 'value',
  manyOf: 'value',
  party: 'party',
  user: 'user',
}

/** The firm's own fields of a record type that the caller sees, as columns `custom.<key>`; a file of rows brings no files. */
export async function ownImportFields(ctx: Ctx, record: string): Promise<ImportField[]> {
  return ownColumns((await seenCustomFields(ctx, record)).filter(({ type }) => type !== 'file'))
}

/** Own fields as columns of a file. */
export const ownColumns = (fields: readonly CustomField[]): ImportField[] =>
  fields.map(({ key, type, labelFa, labelEn }) => ({
    key: `custom.${key}`,
    fa: labelFa,
    en: labelEn,
    type: columnTypes[type] ?? 'text',
    side: 'main',
    synonyms: [key],
  }))
