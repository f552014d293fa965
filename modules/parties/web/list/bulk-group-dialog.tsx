import { BulkDialog, useT } from '@peyvand/platform/web'
import { SegmentedControl, Select } from '@peyvand/ui'
import { useState } from 'react'
import type { BulkAction } from '../../contract/index.ts'
import { useGroupNames, usePartyGroups } from '../choices/use-choices.ts'
import type { BulkDialogProps } from './bulk-actions.tsx'

/** Puts parties into a group or a state of it, or takes them out. */
export const GroupDialog = (props: BulkDialogProps) => {
  const t = useT()
  const groups = usePartyGroups()
  const { groupName, stateName } = useGroupNames()
  const [mode, setMode] = useState<'join' | 'leave'>('join')
  const [key, setKey] = useState<string | null>(null)
  const [state, setState] = useState<string | null>(null)
  const states = groups.find((group) => group.key === key)?.states ?? []
  const action: BulkAction | null =
    key === null
      ? null
      : mode === 'join'
        ? { type: 'join', group: key, state }
        : { type: 'leave', group: key }
  return (
    <BulkDialog {...props} title={t('parties.bulkAction.group')} action={action}>
      <SegmentedControl
        label={t('parties.bulkAction.group')}
        value={mode}
        onChange={setMode}
        options={[
          { id: 'join', label: t('parties.bulkJoin') },
          { id: 'leave', label: t('parties.bulkLeave') },
        ]}
      />
      <Select
        label={t('parties.group')}
        options={groups.map((group) => ({ id: group.key, label: groupName(group) }))}
        value={key}
        onChange={(next) => {
          setKey(next)
          setState(null)
        }}
        isRequired
      />
      {mode === 'join' && states.length > 0 && (
        <Select
          label={t('parties.field.state')}
          options={states.map((one) => ({ id: one.key, label: stateName(one) }))}
          value={state}
          onChange={setState}
          isClearable
        />
      )}
    </BulkDialog>
  )
}
