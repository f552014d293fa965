import type { MatchKey } from '@peyvand/imports/contract'
import type { Candidate, ReadItem } from './import-target.ts'

/** Known records by their keys: stored ones, and those that earlier rows of the file make. */
export type KeyIndex = Map<string, Candidate[]>

interface Lookup {
  get(key: string): readonly Candidate[] | undefined
}

export function addCandidate(index: KeyIndex, candidate: Candidate): void {
  for (const key of candidate.keys) {
    const known = index.get(key)
    if (!known) index.set(key, [candidate])
    else if (!known.some(({ id }) => id === candidate.id)) known.push(candidate)
  }
}

const kindOf = (key: string): string => key.slice(0, key.indexOf(':'))

const keysOf = (keys: Iterable<string>, kind: string): string[] =>
  [...keys].filter((key) => kindOf(key) === kind)

/**
 * The records that an item is the same as, by the surest key that any record shares. Identifiers that differ speak
 * against every other likeness; persons of one name with different mobiles or e-mails are two persons.
 */
export function sameRecords(
  item: Pick<ReadItem, 'keys' | 'kind'>,
  index: Lookup,
  matchBy: readonly MatchKey[],
): Candidate[] {
  for (const kind of matchBy) {
    const found = new Map<string, Candidate>()
    for (const key of keysOf(item.keys, kind)) {
      for (const candidate of index.get(key) ?? [])
        if (mayBe(item, candidate, kind)) found.set(candidate.id, candidate)
    }
    if (found.size > 0) return [...found.values()]
  }
  return []
}

/** Keys that only one record may have and another one has already. */
export function takenKeys(item: Pick<ReadItem, 'keys'>, index: Lookup, match: string | null): string[] {
  return item.keys.filter(
    (key) =>
      (kindOf(key) === 'number' || kindOf(key) === 'identifier') &&
      (index.get(key) ?? []).some(({ id }) => id !== match),
  )
}

function mayBe(item: Pick<ReadItem, 'keys' | 'kind'>, candidate: Candidate, by: MatchKey): boolean {
  if (by === 'id' || by === 'number' || by === 'identifier') return true
  if (item.kind !== candidate.kind || differ(item.keys, candidate.keys, 'identifier')) return false
  if (by !== 'name' || item.kind !== 'person') return true
  return !differ(item.keys, candidate.keys, 'mobile') && !differ(item.keys, candidate.keys, 'email')
}

/** Both have keys of the kind and none in common. */
function differ(ours: readonly string[], theirs: ReadonlySet<string>, kind: string): boolean {
  const mine = keysOf(ours, kind)
  const others = keysOf(theirs, kind)
  return mine.length > 0 && others.length > 0 && !mine.some((key) => theirs.has(key))
}
