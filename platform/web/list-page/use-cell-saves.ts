import { toast } from '@peyvand/ui'
import type { CellChange, CellFaults, DataGridProps } from '@peyvand/ui/data'
import { useCallback, useEffect, useRef } from 'react'
import { ApiProblem } from '../api.ts'
import { useT } from '../i18n.ts'
import { problemText } from '../problem-text.ts'
import { invalidateTopics } from '../query.ts'

interface CellSaves<Row> {
  /** Writes values by column; answers the record's new version. */
  write: (row: Row, values: Readonly<Record<string, unknown>>) => Promise<{ version: number }>
  /** What a column holds of a row, for the way back. */
  valueOf: (row: Row, column: string) => unknown
  /** The column of a field that the server found wrong (`ownerId` → `owner`). */
  columnOf: (path: string) => string
  /** Read again afterwards. */
  topics: readonly string[]
}

/**
 * Writes cells of lists: what the server refuses is told at the cells, a record that somebody changed meanwhile is read
 * again first, and what was written can be taken back.
 */
export function useCellSaves<Row extends { version: number }>(
  saves: CellSaves<Row>,
): NonNullable<DataGridProps<Row>['saveCells']> {
  const t = useT()
  const latest = useRef(saves)
  useEffect(() => {
    latest.current = saves
  })
  return useCallback(
    async (changes) => {
      const { write, valueOf, columnOf, topics } = latest.current
      const undos: CellChange<Row>[] = []
      const faults: CellFaults[] = []
      // One after the other: a record may stand in several rows of groups.
      for (const { row, values } of changes) {
        const columns = Object.keys(values)
        const before = Object.fromEntries(columns.map((column) => [column, valueOf(row, column)]))
        try {
          const { version } = await write(row, values)
          undos.push({ row: { ...row, version }, values: before })
          faults.push({})
        } catch (error) {
          faults.push(faultsOf(error, { columns, columnOf, text: problemText(t, error) }))
        }
      }
      await invalidateTopics(topics)
      if (undos.length > 0) tellOfUndo(undos)
      return faults

      function tellOfUndo(written: readonly CellChange<Row>[]) {
        const takeBack = async () => {
          for (const { row, values } of written) await write(row, values)
        }
        toast({
          kind: 'ok',
          title: t('web.saved'),
          action: {
            label: t('web.undo'),
            onPress: () =>
              void takeBack()
                .catch((error: unknown) => toast({ kind: 'bad', title: problemText(t, error) }))
                .finally(() => void invalidateTopics(topics)),
          },
        })
      }
    },
    [t],
  )
}

interface Refused {
  columns: readonly string[]
  columnOf: (path: string) => string
  /** The failure as a whole, for cells that the server did not name: nothing of the row was written. */
  text: string
}

function faultsOf(error: unknown, { columns, columnOf, text }: Refused): CellFaults {
  const named = new Map(
    error instanceof ApiProblem ? error.fields.map(({ path, message }) => [columnOf(path), message]) : [],
  )
  return Object.fromEntries(columns.map((column) => [column, named.get(column) ?? text]))
}
