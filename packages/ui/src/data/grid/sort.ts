export type SortKey = { id: string; direction: 'asc' | 'desc' }

/** The server accepts no more. */
const MAX_KEYS = 3

/**
 * Sorting after a press on a header: ascending, descending, none. With `isMulti` (Shift) the other keys stay
 * and a new one comes last.
 */
export const nextSort = (sort: readonly SortKey[], id: string, isMulti: boolean): readonly SortKey[] => {
  const at = sort.findIndex((key) => key.id === id)
  const next = stepOf(id, sort[at])
  if (!isMulti) return next ? [next] : []
  if (at < 0) return next ? [...sort.slice(0, MAX_KEYS - 1), next] : sort
  return sort.flatMap((key, i) => (i === at ? (next ?? []) : key))
}

const stepOf = (id: string, current: SortKey | undefined): SortKey | null => {
  if (!current) return { id, direction: 'asc' }
  return current.direction === 'asc' ? { id, direction: 'desc' } : null
}
