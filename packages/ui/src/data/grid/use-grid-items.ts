import { useMemo } from 'react'
import type { DataGridProps, GridItem } from './grid-types.ts'

/** The rows of the body with the heads of groups between them; a closed group shows only its head. */
export const useGridItems = <Row>({
  rows,
  rowId,
  groups,
}: Pick<DataGridProps<Row>, 'rows' | 'rowId' | 'groups'>): readonly GridItem<Row>[] =>
  useMemo(() => {
    const asItems = (given: readonly Row[], groupKey?: string): GridItem<Row>[] =>
      given.map((row) => ({ kind: 'row', row, id: rowId(row), ...(groupKey !== undefined && { groupKey }) }))
    if (!groups) return asItems(rows)
    return groups.flatMap((group): GridItem<Row>[] => {
      if (!group.isOpen) return [{ kind: 'group', group }]
      const rest: GridItem<Row>[] = group.hasMore || group.isLoading ? [{ kind: 'more', group }] : []
      return [{ kind: 'group', group }, ...asItems(group.rows, group.key), ...rest]
    })
  }, [rows, rowId, groups])

/** Names an item among the others; a record may stand in several groups. */
export const itemKey = <Row>(item: GridItem<Row> | undefined): string => {
  if (!item) return ''
  return item.kind === 'row' ? `${item.groupKey ?? ''} ${item.id}` : `${item.kind} ${item.group.key}`
}
