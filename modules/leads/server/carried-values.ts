import type { CustomField, CustomValues } from '@peyvand/platform/contract'
import { type Ctx, customFieldRule, seenCustomFields, seenCustomValues } from '@peyvand/platform/server'

/**
 * What the own fields of a deal take of a party's: the values of those with the same key and type that the caller sees
 * here and writes there. Files stay with the party, and what no two records may share is not copied.
 */
export async function carriedValues(ctx: Ctx, custom: CustomValues): Promise<CustomValues> {
  const values = seenCustomValues(ctx, 'parties', custom)
  const types = new Map((await seenCustomFields(ctx, 'parties')).map(({ key, type }) => [key, type]))
  const takes = (field: CustomField) =>
    types.get(field.key) === field.type &&
    field.type !== 'file' &&
    !field.unique &&
    !customFieldRule(ctx, field) &&
    isOffered(field, values[field.key])
  const fields = (await seenCustomFields(ctx, 'deals')).filter(takes)
  return Object.fromEntries(fields.map(({ key }) => [key, values[key]]))
}

/** Options of the two fields need not be the same. */
function isOffered({ type, options }: CustomField, value: unknown): boolean {
  if (value === undefined || value === null) return false
  if (type !== 'oneOf' && type !== 'manyOf') return true
  const offered = new Set<unknown>(options.map((option) => option.value))
  return [value].flat().every((one) => offered.has(one))
}
