import { useColleagues } from '@peyvand/parties/web'
import { localDate, parseDate } from '@peyvand/persian'
import { callApi, optionOfText, useCellSaves, useT } from '@peyvand/platform/web'
import { ComboBox, DatePicker, type Option, TextField, useUi } from '@peyvand/ui'
import type { DataGridProps } from '@peyvand/ui/data'
import { type ReactNode, useMemo } from 'react'
import { type ActivityRow, Priority, updateActivityRoute } from '../../contract/index.ts'

interface Editor {
  /** The field of the API that the column writes. */
  path: 'subject' | 'ownerId' | 'priority' | 'dueAt'
  value: (row: ActivityRow) => string | null
  field: (draft: string | null, onChange: (value: string | null) => void, label: string) => ReactNode
  parse: (text: string) => string | null | undefined
}

interface ActivityEdit extends Editor {
  canEdit: (row: ActivityRow) => boolean
  save: (row: ActivityRow, value: string | null) => Promise<void>
}

export type ActivityEdits = Record<string, ActivityEdit>

/** What is written in the list itself; of a series only in its own form, which asks how far a change goes. */
export function useActivityEdits(): {
  edits: ActivityEdits
  saveCells: NonNullable<DataGridProps<ActivityRow>['saveCells']>
} {
  const editors = useEditors()
  const saveCells = useCellSaves<ActivityRow>({
    topics: ['activities', 'home'],
    columnOf: (path) => Object.keys(editors).find((column) => editors[column]?.path === path) ?? path,
    valueOf: (row, column) => editors[column]?.value(row) ?? null,
    write: (row, values) =>
      callApi(updateActivityRoute, {
        params: { id: row.id },
        body: {
          version: row.version,
          ...Object.fromEntries(
            Object.entries(values).map(([column, value]) => [editors[column]?.path ?? column, value]),
          ),
        },
      }),
  })
  const edits = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(editors).map(([column, editor]): [string, ActivityEdit] => [
          column,
          {
            ...editor,
            canEdit: (row) =>
              row.can.update && !row.recurring && (column !== 'dueAt' || row.dueAt === null || row.dueAllDay),
            save: async (row, value) => {
              const [faults] = await saveCells([{ row, values: { [column]: value } }])
              if (faults?.[column]) throw new Error(faults[column])
            },
          },
        ]),
      ),
    [editors, saveCells],
  )
  return { edits, saveCells }
}

function useEditors(): Record<string, Editor> {
  const t = useT()
  const { timeZone } = useUi()
  const colleagues = useColleagues()
  return useMemo(
    () => ({
      subject: {
        path: 'subject',
        value: (row) => row.subject,
        // A subject cannot be taken away.
        parse: (text) => text || undefined,
        field: (draft, onChange, label) => (
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the reader has just asked to write here
          <TextField aria-label={label} value={draft} onChange={onChange} autoFocus />
        ),
      },
      dueAt: {
        path: 'dueAt',
        value: (row) => row.dueAt && localDate(row.dueAt, timeZone),
        parse: (text) => {
          if (text === '') return null
          const parsed = parseDate(text)
          return parsed.ok ? parsed.value : undefined
        },
        field: (draft, onChange, label) => (
          <DatePicker aria-label={label} value={draft} onChange={onChange} isClearable />
        ),
      },
      ownerName: choice('ownerId', colleagues, (row) => row.owner.id),
      priority: choice(
        'priority',
        Priority.options.map((id) => ({ id, label: t(`activities.priority.${id}`) })),
        (row) => row.priority,
      ),
    }),
    [t, timeZone, colleagues],
  )
}

const choice = (path: Editor['path'], options: readonly Option[], value: Editor['value']): Editor => ({
  path,
  value,
  parse: (text) => optionOfText(options, text) ?? undefined,
  field: (draft, onChange, label) => (
    <ComboBox aria-label={label} options={options} value={draft} onChange={onChange} />
  ),
})
