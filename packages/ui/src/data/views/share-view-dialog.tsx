import { useState } from 'react'
import { Button } from '../../actions/button.tsx'
import { MultiSelect } from '../../fields/multi-select.tsx'
import { RadioGroup } from '../../fields/radio-group.tsx'
import { Dialog } from '../../overlays/dialog.tsx'
import { useDataTexts } from '../texts.ts'
import type { ViewSharing } from './view-tabs.tsx'

export type ShareViewDialogProps = {
  name: string
  sharing: ViewSharing
  teams: readonly { id: string; label: string }[]
  mayPublish: boolean
  onShare: (sharing: ViewSharing) => void
  onClose: () => void
}

/** Who sees a saved view. */
export const ShareViewDialog = (props: ShareViewDialogProps) => {
  const { name, sharing, teams, mayPublish, onShare, onClose } = props
  const t = useDataTexts()
  const [visibility, setVisibility] = useState(sharing.visibility)
  const [teamIds, setTeamIds] = useState<readonly string[]>(sharing.teamIds)
  const choices = (['private', 'team', 'public'] as const).filter(
    (one) =>
      one === sharing.visibility || one === 'private' || (one === 'team' ? teams.length > 0 : mayPublish),
  )
  const isReady = visibility !== 'team' || teamIds.length > 0
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="small"
      title={name}
      footer={
        <>
          <Button
            kind="primary"
            isDisabled={!isReady}
            onPress={() => {
              onShare({ visibility, teamIds: visibility === 'team' ? teamIds : [] })
              onClose()
            }}
          >
            {t.save}
          </Button>
          <Button onPress={onClose}>{t.cancel}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-3.5">
        <RadioGroup
          label={t.sharing}
          options={choices.map((id) => ({ id, label: t.sharings[id] }))}
          value={visibility}
          onChange={setVisibility}
        />
        {visibility === 'team' && (
          <MultiSelect label={t.viewTeams} options={teams} value={teamIds} onChange={setTeamIds} isRequired />
        )}
      </div>
    </Dialog>
  )
}
