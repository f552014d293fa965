import { askHook, type Ctx, defineHook } from '@peyvand/platform/server'
import type { AuditEntry } from '../contract/index.ts'
import { roleWords } from './role-words.ts'
import { permissionCatalogue } from './roles.ts'

/** One thing that changed, as the reader of the log says it. */
export type ChangeWords = NonNullable<AuditEntry['words']>[number]

type Told = Pick<AuditEntry, 'record' | 'recordId' | 'changes'>

/** Modules say changes of their settings in words; null for records whose values stand as they are. */
export const changeInWords = defineHook<Told, ChangeWords[] | null>('identity.changeInWords')

/** Entries with what changed in words, where the values are keys and lists of programs. */
export async function withWords<T extends Told>(
  ctx: Ctx,
  entries: readonly T[],
): Promise<(T & Pick<AuditEntry, 'words'>)[]> {
  const catalogue = entries.some(({ record }) => record === 'roles') ? await permissionCatalogue(ctx) : null
  const say = {
    label: ({ fa, en }: { fa: string; en: string }) => (ctx.locale === 'fa' ? fa : en),
    text: (key: string) => ctx.registry.translate(ctx.locale, key),
  }
  const told: (T & Pick<AuditEntry, 'words'>)[] = []
  for (const entry of entries) {
    const words =
      catalogue && entry.record === 'roles'
        ? roleWords(catalogue, entry.changes, say)
        : (await askHook(ctx, changeInWords, entry)).find((answer) => answer !== null)
    told.push(words ? { ...entry, words } : entry)
  }
  return told
}
