/** Rows by id, or everything the list's filter matches but some. */
export type GridSelection =
  | { mode: 'ids'; ids: readonly string[] }
  | { mode: 'all'; except: readonly string[] }

export const noSelection: GridSelection = { mode: 'ids', ids: [] }

/** A test for many rows at once. */
export const selectionTest = (selection: GridSelection): ((id: string) => boolean) => {
  const named = new Set(selection.mode === 'ids' ? selection.ids : selection.except)
  return selection.mode === 'ids' ? (id) => named.has(id) : (id) => !named.has(id)
}

/** How many are selected, given how many the list has in all. */
export const selectionCount = (selection: GridSelection, total: number): number =>
  selection.mode === 'ids' ? selection.ids.length : Math.max(0, total - selection.except.length)

/** Selects or deselects these rows and leaves the others as they are. */
export const setSelected = (
  selection: GridSelection,
  ids: readonly string[],
  isSelected: boolean,
): GridSelection => {
  const changed = new Set(ids)
  if (selection.mode === 'ids') {
    const others = selection.ids.filter((id) => !changed.has(id))
    return { mode: 'ids', ids: isSelected ? [...others, ...changed] : others }
  }
  const others = selection.except.filter((id) => !changed.has(id))
  return { mode: 'all', except: isSelected ? others : [...others, ...changed] }
}

export const toggleSelected = (selection: GridSelection, id: string): GridSelection =>
  setSelected(selection, [id], !selectionTest(selection)(id))

/** The loaded rows from the last touched one to this one, inclusive; this one alone when there was none. */
export const rangeOf = (ids: readonly string[], anchor: string | null, id: string): readonly string[] => {
  const to = ids.indexOf(id)
  const from = anchor === null ? -1 : ids.indexOf(anchor)
  if (to < 0 || from < 0) return [id]
  return ids.slice(Math.min(from, to), Math.max(from, to) + 1)
}

export type SelectionState = 'none' | 'some' | 'all'

/** State of the checkbox over the loaded rows. */
export const loadedState = (selection: GridSelection, ids: readonly string[]): SelectionState => {
  const isSelected = selectionTest(selection)
  const count = ids.filter(isSelected).length
  if (count === 0) return selection.mode === 'all' && ids.length > 0 ? 'some' : 'none'
  return count === ids.length ? 'all' : 'some'
}
