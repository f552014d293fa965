/** One entry of the log: field → old and new value. */
export interface LoggedChange {
  id: string
  action: string
  changes: Record<string, { from?: unknown; to?: unknown }>
}

export interface PastValue {
  value: unknown
  /** The change that took the value away; null where the field is as it was. */
  changeId: string | null
  /** False where a step between then and now is missing from the log. */
  certain: boolean
}

export interface Past {
  fields: Map<string, PastValue>
  existed: boolean
  deleted: boolean
}

/**
 * A record's fields as they were before the given changes (newest first), from what they are now: each change is taken
 * back in turn. A field whose value is not the one that a change left was changed past the log as well.
 */
export function rewind(
  present: { fields: Readonly<Record<string, unknown>>; deleted: boolean },
  newestFirst: readonly LoggedChange[],
): Past {
  const fields = new Map<string, PastValue>(
    Object.entries(present.fields).map(([field, value]) => [
      field,
      { value: value ?? null, changeId: null, certain: true },
    ]),
  )
  let { deleted } = present
  let existed = true
  for (const { id, action, changes } of newestFirst) {
    if (action === 'create') existed = false
    if (action === 'delete') deleted = false
    if (action === 'restore') deleted = true
    for (const [field, { from = null, to = null }] of Object.entries(changes)) {
      const now = fields.get(field) ?? { value: null, changeId: null, certain: true }
      fields.set(field, { value: from, changeId: id, certain: now.certain && sameValue(now.value, to) })
    }
  }
  return { fields, existed, deleted }
}

/** Equal as stored: the order of an object's keys does not matter. */
export const sameValue = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

const canonical = (value: unknown): string =>
  JSON.stringify(value ?? null, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

/**
 * The fields that changes (newest first) have left different from what they were before the first of them; a field
 * that was changed and changed back is not among them.
 */
export function netChanges(newestFirst: readonly LoggedChange[]): string[] {
  const net = new Map<string, { from: unknown; to: unknown }>()
  for (const { changes } of newestFirst)
    for (const [field, { from = null, to = null }] of Object.entries(changes))
      net.set(field, { from, to: net.has(field) ? net.get(field)?.to : to })
  return [...net].flatMap(([field, { from, to }]) => (sameValue(from, to) ? [] : [field]))
}
