/** Puts items together for which `of` gives the same, as one statement writes them. */
export function alike<T, V>(items: readonly T[], of: (item: T) => V): { value: V; items: T[] }[] {
  const groups = new Map<string, { value: V; items: T[] }>()
  for (const item of items) {
    const value = of(item)
    const key = JSON.stringify(value)
    const group = groups.get(key) ?? { value, items: [] }
    groups.set(key, group)
    group.items.push(item)
  }
  return [...groups.values()]
}
