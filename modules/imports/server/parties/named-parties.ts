import { importCandidates } from '@peyvand/parties/server'
import { cleanCode, matchName, toLatinDigits } from '@peyvand/persian'
import type { Ctx } from '@peyvand/platform/server'
import type { CellProblem } from '../import-target.ts'

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

/** Parties that cells name exist before the import: found by file number or name, refused when none or several have it. */
export async function findNamedParties(ctx: Ctx, drafts: readonly Naming[], importId: string): Promise<void> {
  const wanted = new Set(drafts.flatMap(({ named }) => named.flatMap(({ text }) => keysOfNamed(text))))
  if (wanted.size === 0) return
  const candidates = await importCandidates(ctx, [{ keys: [...wanted] }], { notOf: importId })
  const ids = new Map<string, string[]>()
  for (const { id, keys } of candidates) {
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

/** A number names one record; a name is looked for among all kinds. */
const keysOfNamed = (text: string): string[] => {
  const number = cleanCode(toLatinDigits(text))
  return [`number:${number}`, `name:person:${matchName(text)}`]
}
