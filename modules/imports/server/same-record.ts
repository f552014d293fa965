import type { MatchKey } from '@peyvand/imports/contract'
import type { Candidate, ReadItem } from './import-target.ts'

/** Known records by their keys. */
export interface KeyIndex {
  add(candidate: Candidate): void
  /** Those that have the key, each once. */
  having(key: string): readonly Candidate[]
}

/** Where records are looked up, the stored ones before those of the file. */
export type Known = readonly KeyIndex[]

const none: readonly Candidate[] = []

/** An index for the records of a lot. One record alone stands for itself: most keys have only one. */
export function mapIndex(): KeyIndex {
  const byKey = new Map<string, Candidate | Candidate[]>()
  return {
    add: (candidate) => {
      for (const key of candidate.keys) {
        const known = byKey.get(key)
        if (known === undefined) byKey.set(key, candidate)
        else if (Array.isArray(known)) known.push(candidate)
        else byKey.set(key, [known, candidate])
      }
    },
    having: (key) => {
      const known = byKey.get(key)
      if (known === undefined) return none
      return Array.isArray(known) ? known : [known]
    },
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
    let found: Map<string, Candidate> | undefined
    for (const key of item.keys) {
      if (!isOf(kind, key)) continue
      for (const index of known) {
        for (const candidate of index.having(key))
          if (mayBe(item, candidate, kind)) (found ??= new Map()).set(candidate.id, candidate)
      }
    }
    if (found) return [...found.values()]
  }
  return []
}

/** Keys that only one record may have and another one has already. */
export function takenKeys(item: Pick<ReadItem, 'keys'>, known: Known, match: string | null): string[] {
  return item.keys.filter(
    (key) =>
      (isOf('number', key) || isOf('identifier', key) || isOf('unique', key)) &&
      known.some((index) => index.having(key).some(({ id }) => id !== match)),
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
