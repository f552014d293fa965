import { parseDate } from '@peyvand/persian'
import type { ListField } from '@peyvand/platform/contract'
import { callApi, optionOfText, useCellSaves, useSession, useT } from '@peyvand/platform/web'
import { ComboBox, DatePicker, type Option, TextField } from '@peyvand/ui'
import { type ReactNode, useMemo } from 'react'
import { type PartyRow, updatePartyRoute } from '../../contract/index.ts'
import { useColleagues, useTeams, useValues } from '../choices/use-choices.ts'

interface RowEdit {
  value: (row: PartyRow) => string | null
  field: (draft: string | null, onChange: (value: string | null) => void, label: string) => ReactNode
  save: (row: PartyRow, value: string | null) => Promise<void>
  canEdit: (row: PartyRow) => boolean
  parse: (text: string) => string | null | undefined
}

export type RowEdits = Record<string, RowEdit>
type Editor = Pick<RowEdit, 'value' | 'field' | 'parse'>
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
      choice(options, (row) => row[name]?.id ?? null)
    const editors: Record<string, Editor> = {
      owner: ref('owner', colleagues),
      team: ref('team', teams),
      level: ref('level', levels),
      leadSource: ref('leadSource', sources),
      industry: ref('industry', industries),
      nextContactOn: day((row) => row.nextContactOn),
      jobTitle: words((row) => row.jobTitle),
    }
    for (const [key, field] of Object.entries(fields)) {
      const editor = key.startsWith('custom.') ? ownEditor(key.slice('custom.'.length), field, t) : null
      if (editor) editors[key] = editor
    }
    return Object.fromEntries(Object.entries(editors).filter(([key]) => key in fields))
  }, [fields, t, colleagues, teams, levels, sources, industries])
}

const choice = (options: readonly Option[], value: Editor['value']): Editor => ({
  value,
  parse: (text) => optionOfText(options, text),
  field: (draft, onChange, label) => (
    <ComboBox aria-label={label} options={options} value={draft} onChange={onChange} />
  ),
})

const day = (value: Editor['value']): Editor => ({
  value,
  parse: (text) => {
    if (text === '') return null
    const parsed = parseDate(text)
    return parsed.ok ? parsed.value : undefined
  },
  field: (draft, onChange, label) => (
    <DatePicker aria-label={label} value={draft} onChange={onChange} isClearable />
  ),
})

const words = (value: Editor['value']): Editor => ({
  value,
  parse: (text) => text || null,
  field: (draft, onChange, label) => (
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- the reader has just asked to write here
    <TextField aria-label={label} value={draft} onChange={onChange} autoFocus />
  ),
})

/** The firm's own fields of one line or one choice; others are written in the file. */
function ownEditor(key: string, field: ListField, t: (key: string) => string): Editor | null {
  const value = (row: PartyRow) => {
    const stored = row.custom[key]
    return typeof stored === 'string' ? stored : null
  }
  if (field.type === 'date') return day(value)
  if (field.type === 'text') return words(value)
  // A field of several choices has no order of its own.
  if (field.type !== 'enum' || !field.options || !field.sortable) return null
  return choice(
    Object.entries(field.options).map(([id, label]) => ({ id, label: t(label) })),
    value,
  )
}
