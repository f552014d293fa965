import { callApi, invalidateTopics } from '@peyvand/platform/web'
import { ComboBox, DatePicker, TextField } from '@peyvand/ui'
import { type ReactNode, useMemo } from 'react'
import { type PartyRow, updatePartyRoute } from '../../contract/index.ts'
import { useColleagues, useTeams, useValues } from '../choices/use-choices.ts'

interface RowEdit {
  value: (row: PartyRow) => string | null
  field: (draft: string | null, onChange: (value: string | null) => void, label: string) => ReactNode
  save: (row: PartyRow, value: string | null) => Promise<void>
  canEdit: (row: PartyRow) => boolean
}

/** Fields that are written in the list itself. */
export function useRowEdits(): Record<string, RowEdit> {
  const colleagues = useColleagues()
  const teams = useTeams()
  const levels = useValues('customerLevels')
  const sources = useValues('sources')
  const industries = useValues('industries')
  return useMemo(() => {
    const canEdit = (row: PartyRow) => row.can.update
    const save = async (row: PartyRow, field: string, value: string | null) => {
      await callApi(updatePartyRoute, {
        params: { id: row.id },
        body: { version: row.version, [field]: value || null },
      })
      await invalidateTopics(['parties'])
    }
    const choice = (
      name: 'owner' | 'team' | 'level' | 'leadSource' | 'industry',
      options: typeof colleagues,
    ): RowEdit => ({
      canEdit,
      value: (row) => row[name]?.id ?? null,
      save: (row, value) => save(row, `${name}Id`, value),
      field: (draft, onChange, label) => (
        <ComboBox aria-label={label} options={options} value={draft} onChange={onChange} />
      ),
    })
    return {
      owner: choice('owner', colleagues),
      team: choice('team', teams),
      level: choice('level', levels),
      leadSource: choice('leadSource', sources),
      industry: choice('industry', industries),
      nextContactOn: {
        canEdit,
        value: (row) => row.nextContactOn,
        save: (row, value) => save(row, 'nextContactOn', value),
        field: (draft, onChange, label) => (
          <DatePicker aria-label={label} value={draft} onChange={onChange} isClearable />
        ),
      },
      jobTitle: {
        canEdit,
        value: (row) => row.jobTitle,
        save: (row, value) => save(row, 'jobTitle', value),
        field: (draft, onChange, label) => (
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the reader has just asked to write here
          <TextField aria-label={label} value={draft} onChange={onChange} autoFocus />
        ),
      },
    }
  }, [colleagues, teams, levels, sources, industries])
}
