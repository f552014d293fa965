import type { ListQuery } from '@peyvand/platform/contract'
import { askHook, type Ctx, isHiddenCustom } from '@peyvand/platform/server'
import type { AuditEntry } from '../contract/index.ts'
import { changeWithheld, recordsWithheld } from './hooks.ts'

type Entry = Pick<AuditEntry, 'record' | 'recordId' | 'label' | 'changes'>

/**
 * Entries of the audit log as the caller may read them: of confidential records no name and no values, whatever
 * the right to read the log; of others no values that the caller's field rules withhold. A search by name does not
 * find what has none.
 */
export async function permittedEntries<T extends Entry>(
  ctx: Ctx,
  query: ListQuery,
  entries: readonly T[],
): Promise<T[]> {
  const closed = await closedRecords(ctx, entries)
  const isClosed = ({ recordId }: Entry) => recordId !== null && closed.has(recordId)
  const byName = query.q !== undefined || JSON.stringify(query.filter ?? null).includes('"label"')
  const permitted: T[] = []
  for (const entry of entries) {
    if (!isClosed(entry)) permitted.push(await withoutRuled(ctx, entry))
    else if (!byName) permitted.push({ ...entry, label: null, changes: {} })
  }
  return permitted
}

async function closedRecords(ctx: Ctx, entries: readonly Entry[]): Promise<Set<string>> {
  const closed = new Set<string>()
  for (const record of new Set(entries.map((entry) => entry.record))) {
    const ids = entries.flatMap((entry) =>
      entry.record === record && entry.recordId ? [entry.recordId] : [],
    )
    if (ids.length === 0) continue
    const answers = await askHook(ctx, recordsWithheld, { record, ids: [...new Set(ids)] })
    for (const id of answers.flat()) closed.add(id)
  }
  return closed
}

async function withoutRuled<T extends Entry>(ctx: Ctx, entry: T): Promise<T> {
  if (Object.keys(ctx.actor.fieldRules).length === 0) return entry
  const changes: AuditEntry['changes'] = {}
  for (const [field, change] of Object.entries(entry.changes)) {
    const answers = await askHook(ctx, changeWithheld, { record: entry.record, field })
    const isKept = answers.includes(true) || isHiddenCustom(ctx, entry.record, field)
    changes[field] = isKept ? {} : change
  }
  return { ...entry, changes }
}
