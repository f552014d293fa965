import { normalizeContact } from '@peyvand/parties/contract'
import { importCandidates, partyRefs } from '@peyvand/parties/server'
import { cleanCode, matchName, toLatinDigits } from '@peyvand/persian'
import type { Ctx } from '@peyvand/platform/server'
import type { CellProblem } from '../import-target.ts'
import { readCode } from './read-cells.ts'

/** A cell that names a party of the firm. */
export interface NamedParty {
  column: number
  text: string
  found(id: string): void
}

interface Naming {
  named: readonly NamedParty[]
  problems: CellProblem[]
}

/**
 * Parties that cells name exist before the import: found by file number, national id, mobile, e-mail or name among
 * those that the caller sees, refused when none or several have it.
 */
export async function findNamedParties(ctx: Ctx, drafts: readonly Naming[], importId: string): Promise<void> {
  const wanted = new Set(drafts.flatMap(({ named }) => named.flatMap(({ text }) => keysOfNamed(text))))
  if (wanted.size === 0) return
  // Apart: a probe with a mobile leaves out persons of the same name with another one.
  const isName = (key: string) => key.startsWith('name:')
  const probes = [[...wanted].filter(isName), [...wanted].filter((key) => !isName(key))]
  const candidates = await importCandidates(
    ctx,
    probes.map((keys) => ({ keys })),
    { notOf: importId },
  )
  const seen = await partyRefs(
    ctx,
    candidates.map(({ id }) => id),
  )
  const ids = new Map<string, string[]>()
  for (const { id, keys } of candidates.filter((one) => seen.has(one.id))) {
    for (const key of keys) {
      const asked = key.replace(/^name:[^:]+:/, 'name:person:')
      if (wanted.has(asked)) ids.set(asked, [...(ids.get(asked) ?? []), id])
    }
  }
  for (const draft of drafts) {
    for (const { column, text, found } of draft.named) {
      const [id, ...others] =
        keysOfNamed(text)
          .map((key) => ids.get(key) ?? [])
          .find(({ length }) => length > 0) ?? []
      if (id && others.length === 0) found(id)
      else draft.problems.push({ column, code: id ? 'imports.ambiguous' : 'parties.partyUnknown' })
    }
  }
}

/** What a cell may be, surest first; a name is looked for among all kinds. */
function keysOfNamed(text: string): string[] {
  const identifiers = ['nationalId', 'legalNationalId'].flatMap((field) => {
    const read = readCode(field, text)
    return read.ok ? [`identifier:${read.value}`] : []
  })
  const contacts = (['mobile', 'email'] as const).flatMap((type) => {
    const point = normalizeContact(type, text)
    return point.ok ? [`${type}:${point.value.normalized}`] : []
  })
  return [
    `number:${cleanCode(toLatinDigits(text))}`,
    ...identifiers,
    ...contacts,
    `name:person:${matchName(text)}`,
  ]
}
