import { BulkDialog, useT } from '@peyvand/platform/web'
import { ComboBox } from '@peyvand/ui'
import { useState } from 'react'
import { useColleagues, useTeams } from '../choices/use-choices.ts'
import type { BulkDialogProps } from './bulk-actions.tsx'

/** Gives parties to a colleague and a team. */
export const AssignDialog = (props: BulkDialogProps) => {
  const t = useT()
  const [ownerId, setOwnerId] = useState<string | null>(null)
  const [teamId, setTeamId] = useState<string | null>(null)
  return (
    <BulkDialog
      {...props}
      title={t('parties.bulkAction.assign')}
      action={ownerId ? { type: 'assign', ownerId, ...(teamId && { teamId }) } : null}
    >
      <ComboBox
        label={t('parties.field.owner')}
        options={useColleagues()}
        value={ownerId}
        onChange={setOwnerId}
        isRequired
      />
      <ComboBox
        label={t('parties.field.team')}
        description={t('parties.bulkTeamHint')}
        options={useTeams()}
        value={teamId}
        onChange={setTeamId}
      />
    </BulkDialog>
  )
}
