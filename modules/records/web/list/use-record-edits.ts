import {
  type CellEditor,
  choiceEditor,
  ownFieldEditor,
  useColleagues,
  wordsEditor,
} from '@peyvand/parties/web'
import type { ListField } from '@peyvand/platform/contract'
import { callApi, useCellSaves, useSession, useT } from '@peyvand/platform/web'
import { useUi } from '@peyvand/ui'
import { useMemo } from 'react'
import { type RecordKind, type RecordRow, recordTypeOf, updateRecordRoute } from '../../contract/index.ts'
import { recordTopics } from '../record-topics.ts'

type Editor = CellEditor<RecordRow>

export interface RecordEdit extends Editor {
  save: (row: RecordRow, value: string | null) => Promise<void>
  canEdit: (row: RecordRow) => boolean
}

/** Columns whose field the API calls otherwise. */
const written: Record<string, string> = { ownerName: 'ownerId' }
const columnOf = (path: string) => Object.keys(written).find((column) => written[column] === path) ?? path

/** Fields that are written in the list itself, by typing in a cell or pasting a block of a spreadsheet. */
export function useRecordEdits(kind: RecordKind, fields: Readonly<Record<string, ListField>>) {
  const editors = useEditors(kind, fields)
  const { fieldRules } = useSession()
  const saveCells = useCellSaves<RecordRow>({
    topics: recordTopics,
    columnOf,
    valueOf: (row, column) => editors[column]?.value(row) ?? null,
    write: (row, values) =>
      callApi(updateRecordRoute, {
        params: { kind: kind.key, id: row.id },
        body: { version: row.version, ...bodyOf(values) },
      }),
  })
  const edits = useMemo(() => {
    const type = recordTypeOf(kind.key)
    return Object.fromEntries(
      Object.entries(editors).map(([column, editor]): [string, RecordEdit] => [
        column,
        {
          ...editor,
          canEdit: (row) => row.can.update && fieldRules[`${type}.${column}`] === undefined,
          save: async (row, value) => {
            const [faults] = await saveCells([{ row, values: { [column]: value || null } }])
            if (faults?.[column]) throw new Error(faults[column])
          },
        },
      ]),
    )
  }, [editors, saveCells, fieldRules, kind])
  return { edits, saveCells }
}

/** Values by column as the API's change has them; own fields stand together. */
function bodyOf(values: Readonly<Record<string, unknown>>): object {
  const custom = Object.entries(values).filter(([column]) => column.startsWith('custom.'))
  const own = Object.entries(values).filter(([column]) => !column.startsWith('custom.'))
  return {
    // A title is never empty: what is left out stays.
    ...Object.fromEntries(
      own.map(([column, value]) => [
        written[column] ?? column,
        column === 'title' ? (value ?? undefined) : value,
      ]),
    ),
    ...(custom.length > 0 && {
      custom: Object.fromEntries(custom.map(([column, value]) => [column.slice('custom.'.length), value])),
    }),
  }
}

function useEditors(kind: RecordKind, fields: Readonly<Record<string, ListField>>): Record<string, Editor> {
  const t = useT()
  const { locale } = useUi()
  const colleagues = useColleagues()
  return useMemo(() => {
    const states = kind.states.map(({ key, labelFa, labelEn }) => ({
      id: key,
      label: locale === 'fa' ? labelFa : labelEn,
    }))
    const editors: Record<string, Editor> = {
      ...(kind.titlePattern === null && { title: wordsEditor<RecordRow>((row) => row.title) }),
      state: choiceEditor<RecordRow>(states, (row) => row.state),
      ownerName: choiceEditor<RecordRow>(colleagues, (row) => row.owner?.id ?? null),
    }
    for (const [key, field] of Object.entries(fields)) {
      const editor = key.startsWith('custom.')
        ? ownFieldEditor<RecordRow>(key.slice('custom.'.length), field, t)
        : null
      if (editor) editors[key] = editor
    }
    return Object.fromEntries(Object.entries(editors).filter(([key]) => key in fields))
  }, [kind, fields, t, locale, colleagues])
}
