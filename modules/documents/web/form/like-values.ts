import type { CustomField, CustomValues } from '@peyvand/platform/contract'

type Known = Pick<CustomField, 'key' | 'type' | 'unique' | 'options' | 'archivedAt'>

interface Fields {
  of: readonly Known[]
  into: readonly Known[]
}

/** The own values of a record that another type of record has a field of the same key and type for. */
export function likeValues(values: CustomValues, { of, into }: Fields): CustomValues {
  const like = into.flatMap((field) => {
    const value = values[field.key] ?? null
    const source = of.find(({ key, type }) => key === field.key && type === field.type)
    const isFit =
      source && value !== null && field.archivedAt === null && !field.unique && knows(field, value)
    return isFit ? [[field.key, value] as const] : []
  })
  return Object.fromEntries(like)
}

/** Files stay with their record; what is chosen must be there to choose. */
function knows({ type, options }: Known, value: unknown): boolean {
  if (type === 'file') return false
  if (type !== 'oneOf' && type !== 'manyOf') return true
  const chosen = Array.isArray(value) ? value : [value]
  return chosen.every((one) => options.some((option) => option.value === one))
}
