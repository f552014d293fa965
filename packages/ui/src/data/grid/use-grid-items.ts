import { useMemo, useState } from 'react'
import type { DataGridProps, GridItem } from './grid-types.ts'

/** The rows of the body with group heads between them; a closed group shows only its head. */
export const useGridItems = <Row>({
  rows,
  rowId,
  groups,
}: Pick<DataGridProps<Row>, 'rows' | 'rowId' | 'groups'>) => {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())

  const items = useMemo((): GridItem<Row>[] => {
    if (!groups) return rows.map((row, index) => ({ kind: 'row', row, id: rowId(row), index }))
    const loaded = new Map<string, number>()
    for (const row of rows) loaded.set(groups.keyOf(row), (loaded.get(groups.keyOf(row)) ?? 0) + 1)
    const list: GridItem<Row>[] = []
    let current: string | null = null
    for (const [index, row] of rows.entries()) {
      const key = groups.keyOf(row)
      const isOpen = !closed.has(key)
      if (key !== current) {
        const count = groups.count?.(key) ?? loaded.get(key) ?? 0
        list.push({ kind: 'group', key, label: groups.label(key), count, isOpen })
        current = key
      }
      if (isOpen) list.push({ kind: 'row', row, id: rowId(row), index })
    }
    return list
  }, [rows, rowId, groups, closed])

  const toggleGroup = (key: string) =>
    setClosed((before) => {
      const next = new Set(before)
      if (!next.delete(key)) next.add(key)
      return next
    })

  return { items, toggleGroup }
}
