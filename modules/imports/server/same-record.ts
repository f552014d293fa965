import type { MatchKey } from '@peyvand/imports/contract'
import type { Candidate, ReadItem } from './import-target.ts'

/** Known records by their keys: stored ones, and those that earlier rows of the file make. One record stands alone. */
export type KeyIndex = Map<string, Candidate | Candidate[]>

/** Where records are looked up, the stored ones before those of the file. */
export type Known = readonly KeyIndex[]

export function addCandidate(index: KeyIndex, candidate: Candidate): void {
  for (const key of candidate.keys) {
    const known = index.get(key)
    if (known === undefined) index.set(key, candidate)
    else if (!Array.isArray(known)) {
      if (known.id !== candidate.id) index.set(key, [known, candidate])
    } else if (!known.some(({ id }) => id === candidate.id)) known.push(candidate)
  }
}

function* having(key: string, known: Known): Generator<Candidate> {
  for (const index of known) {
    const found = index.get(key)
    if (Array.isArray(found)) yield* found
    else if (found) yield found
  }
}

const isOf = (kind: string, key: string): boolean => key.startsWith(kind) && key[kind.length] === ':'

/**
 * The records that an item is the same as, by the surest key that any record shares. Identifiers that differ speak
 * against every other likeness; persons of one name with different mobiles or e-mails are two persons.
 */
export function sameRecords(
  item: Pick<ReadItem, 'keys' | 'kind'>,
  known: Known,
  matchBy: readonly MatchKey[],
): Candidate[] {
  for (const kind of matchBy) {
    const found = new Map<string, Candidate>()
    for (const key of item.keys) {
      if (!isOf(kind, key)) continue
      for (const candidate of having(key, known))
        if (mayBe(item, candidate, kind)) found.set(candidate.id, candidate)
    }
    if (found.size > 0) return [...found.values()]
  }
  return []
}

/** Keys that only one record may have and another one has already. */
export function takenKeys(item: Pick<ReadItem, 'keys'>, known: Known, match: string | null): string[] {
  return item.keys.filter(
    (key) =>
      (isOf('number', key) || isOf('identifier', key)) &&
      [...having(key, known)].some(({ id }) => id !== match),
  )
}

function mayBe(item: Pick<ReadItem, 'keys' | 'kind'>, candidate: Candidate, by: MatchKey): boolean {
  if (by === 'id' || by === 'number' || by === 'identifier') return true
  if (item.kind !== candidate.kind || differ(item.keys, candidate.keys, 'identifier')) return false
  if (by !== 'name' || item.kind !== 'person') return true
  return !differ(item.keys, candidate.keys, 'mobile') && !differ(item.keys, candidate.keys, 'email')
}

/** Both have keys of the kind and none in common. */
function differ(ours: readonly string[], theirs: readonly string[], kind: string): boolean {
  const mine = ours.filter((key) => isOf(kind, key))
  const others = theirs.filter((key) => isOf(kind, key))
  return mine.length > 0 && others.length > 0 && !mine.some((key) => others.includes(key))
}
