import type { ListField } from '@peyvand/platform/contract'
import { callApi, useCellSaves, useSession, useT } from '@peyvand/platform/web'
import type { Option } from '@peyvand/ui'
import { useMemo } from 'react'
import { type PartyRow, updatePartyRoute } from '../../contract/index.ts'
import { useColleagues, useTeams, useValues } from '../choices/use-choices.ts'
import { type CellEditor, choiceEditor, dayEditor, ownFieldEditor, wordsEditor } from './cell-editors.tsx'

type Editor = CellEditor<PartyRow>

interface RowEdit extends Editor {
  save: (row: PartyRow, value: string | null) => Promise<void>
  canEdit: (row: PartyRow) => boolean
}

export type RowEdits = Record<string, RowEdit>
type SaveCells = ReturnType<typeof useCellSaves<PartyRow>>

/** Columns whose field the API calls otherwise. */
const written: Record<string, string> = {
  owner: 'ownerId',
  team: 'teamId',
  level: 'levelId',
  leadSource: 'leadSourceId',
  industry: 'industryId',
}
const columnOf = (path: string) => Object.keys(written).find((column) => written[column] === path) ?? path

/** Fields that are written in the list itself, by typing in a cell or pasting a block of a spreadsheet. */
export function useRowEdits(fields: Readonly<Record<string, ListField>>): {
  edits: RowEdits
  saveCells: SaveCells
} {
  const editors = useEditors(fields)
  const { fieldRules } = useSession()
  const saveCells = useCellSaves<PartyRow>({
    topics: ['parties'],
    columnOf,
    valueOf: (row, column) => editors[column]?.value(row) ?? null,
    write: (row, values) =>
      callApi(updatePartyRoute, {
        params: { id: row.id },
        body: { version: row.version, ...bodyOf(values) },
      }),
  })
  const edits = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(editors).map(([column, editor]): [string, RowEdit] => [
          column,
          {
            ...editor,
            canEdit: (row) => row.can.update && fieldRules[`parties.${column}`] === undefined,
            save: async (row, value) => {
              const [faults] = await saveCells([{ row, values: { [column]: value || null } }])
              if (faults?.[column]) throw new Error(faults[column])
            },
          },
        ]),
      ),
    [editors, saveCells, fieldRules],
  )
  return { edits, saveCells }
}

/** Values by column as the API's change has them; own fields stand together. */
function bodyOf(values: Readonly<Record<string, unknown>>): object {
  const custom = Object.entries(values).filter(([column]) => column.startsWith('custom.'))
  const own = Object.entries(values).filter(([column]) => !column.startsWith('custom.'))
  return {
    ...Object.fromEntries(own.map(([column, value]) => [written[column] ?? column, value])),
    ...(custom.length > 0 && {
      custom: Object.fromEntries(custom.map(([column, value]) => [column.slice('custom.'.length), value])),
    }),
  }
}

function useEditors(fields: Readonly<Record<string, ListField>>): Record<string, Editor> {
  const t = useT()
  const colleagues = useColleagues()
  const teams = useTeams()
  const levels = useValues('customerLevels')
  const sources = useValues('sources')
  const industries = useValues('industries')
  return useMemo(() => {
    const ref = (name: 'owner' | 'team' | 'level' | 'leadSource' | 'industry', options: readonly Option[]) =>
      choiceEditor<PartyRow>(options, (row) => row[name]?.id ?? null)
    const editors: Record<string, Editor> = {
      owner: ref('owner', colleagues),
      team: ref('team', teams),
      level: ref('level', levels),
      leadSource: ref('leadSource', sources),
      industry: ref('industry', industries),
      nextContactOn: dayEditor((row) => row.nextContactOn),
      jobTitle: wordsEditor((row) => row.jobTitle),
    }
    for (const [key, field] of Object.entries(fields)) {
      const editor = key.startsWith('custom.')
        ? ownFieldEditor<PartyRow>(key.slice('custom.'.length), field, t)
        : null
      if (editor) editors[key] = editor
    }
    return Object.fromEntries(Object.entries(editors).filter(([key]) => key in fields))
  }, [fields, t, colleagues, teams, levels, sources, industries])
}
