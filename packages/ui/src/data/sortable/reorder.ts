export type Reorder = { ids: readonly string[]; targetId: string; position: 'before' | 'after' }

/** The list after some of its items were put before or after another, in the order they had. */
export function reordered<T extends { id: string }>(
  items: readonly T[],
  { ids, targetId, position }: Reorder,
): T[] {
  const moved = items.filter(({ id }) => ids.includes(id))
  const others = items.filter(({ id }) => !ids.includes(id))
  const at = others.findIndex(({ id }) => id === targetId)
  if (at < 0) return [...items]
  return others.toSpliced(position === 'before' ? at : at + 1, 0, ...moved)
}

/** The same for one step up or down; null where there is none. */
export function stepOf(items: readonly { id: string }[], id: string, by: 1 | -1): Reorder | null {
  const target = items[items.findIndex((item) => item.id === id) + by]
  return target ? { ids: [id], targetId: target.id, position: by === 1 ? 'after' : 'before' } : null
}
