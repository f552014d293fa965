/** How a person arranged the columns; stored in saved views. Absent parts mean the columns' own defaults. */
export type ColumnLayout = {
  order?: readonly string[]
  hidden?: readonly string[]
  /** Pixels, only of columns that were resized. */
  widths?: Readonly<Record<string, number>>
}

type ColumnPlace = { id: string; sticky?: boolean; hideable?: boolean }

export const DEFAULT_WIDTH = 160
export const MIN_WIDTH = 72

/**
 * Ids of all columns in their order: the stored order first, columns added to the program since then where
 * they stand by default, sticky ones before the rest.
 */
export const columnOrder = (columns: readonly ColumnPlace[], layout: ColumnLayout): readonly string[] => {
  const known = new Set(columns.map(({ id }) => id))
  const order = (layout.order ?? []).filter((id) => known.has(id))
  const stored = new Set(order)
  for (const [i, { id }] of columns.entries())
    if (!stored.has(id)) order.splice(Math.min(i, order.length), 0, id)
  const sticky = new Set(columns.filter((column) => column.sticky).map(({ id }) => id))
  return [...order.filter((id) => sticky.has(id)), ...order.filter((id) => !sticky.has(id))]
}

export const isHidden = (column: ColumnPlace, layout: ColumnLayout): boolean =>
  column.hideable !== false && (layout.hidden ?? []).includes(column.id)

/** Moves a column by one place; past the sticky ones it cannot go. */
export const moveColumn = (
  columns: readonly ColumnPlace[],
  layout: ColumnLayout,
  { id, by }: { id: string; by: -1 | 1 },
): ColumnLayout => {
  const order = [...columnOrder(columns, layout)]
  const hidden = new Set(columns.filter((column) => isHidden(column, layout)).map((column) => column.id))
  const from = order.indexOf(id)
  let to = from + by
  while (hidden.has(order[to] ?? '') && !hidden.has(id)) to += by
  if (from < 0 || to < 0 || to >= order.length) return layout
  order.splice(from, 1)
  order.splice(to, 0, id)
  return { ...layout, order: columnOrder(columns, { order }) }
}

export const toggleColumn = (layout: ColumnLayout, id: string): ColumnLayout => {
  const hidden = layout.hidden ?? []
  return { ...layout, hidden: hidden.includes(id) ? hidden.filter((other) => other !== id) : [...hidden, id] }
}

export const setWidth = (
  layout: ColumnLayout,
  { id, width, minWidth = MIN_WIDTH }: { id: string; width: number; minWidth?: number },
): ColumnLayout => ({
  ...layout,
  widths: { ...layout.widths, [id]: Math.round(Math.max(minWidth, width)) },
})
