import type { CustomValues } from '@peyvand/platform/contract'
import { type MergeChoice, plainPartyFields } from '../contract/index.ts'
import { type PartyTableRow, storedNames } from './party-row.ts'

type Stored = Omit<PartyTableRow, 'custom'> & { custom: CustomValues }

interface Merge {
  survivor: Stored
  merged: Stored
  choices: Readonly<Record<string, MergeChoice>>
}

const longestNotes = 20_000

/** What the survivor's columns and own fields become; only what differs from its present values. */
export function mergedValues(merge: Merge): { columns: Partial<PartyTableRow>; custom: CustomValues } {
  const { survivor, merged } = merge
  const all: Partial<Stored> = Object.fromEntries(plainPartyFields.map((key) => [key, valueOf(merge, key)]))
  for (const key of ['introducerId', 'marketerId'] as const)
    if (all[key] === survivor.id || all[key] === merged.id) all[key] = null
  const name = (merge.choices['name'] === 'merged' ? merged : survivor).displayName
  const { firstName = null, lastName = null } = all
  Object.assign(all, storedNames({ kind: survivor.kind, name, firstName, lastName }))
  return {
    columns: differing(survivor, all) as Partial<PartyTableRow>,
    custom: differing(survivor.custom, ownFields(merge)),
  }
}

function valueOf({ survivor, merged, choices }: Merge, key: (typeof plainPartyFields)[number]): unknown {
  // A record goes to another owner with the team.
  const choice = choices[key] ?? (key === 'teamId' ? choices['ownerId'] : undefined)
  if (key === 'notes' && (choice === undefined || choice === 'both'))
    return bothNotes(survivor.notes, merged.notes)
  if (choice) return choice === 'merged' ? merged[key] : survivor[key]
  if (key === 'doNotContact') return survivor.doNotContact || merged.doNotContact
  if (key === 'teamId' && survivor.ownerId !== null) return survivor.teamId
  return survivor[key] ?? merged[key]
}

function ownFields({ survivor, merged, choices }: Merge): CustomValues {
  const keys = new Set([...Object.keys(survivor.custom), ...Object.keys(merged.custom)])
  return Object.fromEntries(
    [...keys].map((key) => {
      const [own, other] = [survivor.custom[key] ?? null, merged.custom[key] ?? null]
      const choice = choices[`custom.${key}`]
      if (choice) return [key, choice === 'merged' ? other : own]
      return [key, own ?? other]
    }),
  )
}

/** One under the other; where that is too long the survivor's stay. */
function bothNotes(own: string | null, other: string | null): string | null {
  if (!own || !other || own === other) return own || other
  const both = `${own}\n\n${other}`
  return both.length > longestNotes ? own : both
}

const differing = (before: object, after: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(after).filter(
      ([key, value]) =>
        JSON.stringify(value ?? null) !== JSON.stringify((before as Record<string, unknown>)[key] ?? null),
    ),
  )
