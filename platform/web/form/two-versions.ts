type Values = Record<string, unknown>

interface Versions<V> {
  /** As the form was opened. */
  before: V
  mine: V
  /** As the record is now. */
  theirs: V
}

const same = (a: unknown, b: unknown): boolean => written(a) === written(b)

/** With the keys in order: the server names the parts of a row in another one than the form. */
const written = (value: unknown): string =>
  JSON.stringify(value ?? null, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

/** What I changed over what is there now: fields that I did not touch stay as the others left them. */
export function mergeVersions<V extends Values>({ before, mine, theirs }: Versions<V>): V {
  const touched = Object.entries(mine).filter(([field, value]) => !same(value, before[field]))
  return { ...theirs, ...Object.fromEntries(touched) }
}

/** Fields that I or the others changed and that are not the same now, in the order of the form. */
export function differingFields<V extends Values>({ before, mine, theirs }: Versions<V>): string[] {
  return Object.keys(mine).filter(
    (field) =>
      !same(mine[field], theirs[field]) &&
      !(same(mine[field], before[field]) && same(theirs[field], before[field])),
  )
}
