import { useT } from '@peyvand/platform/web'
import { Button, Dialog } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Party } from '../../contract/index.ts'
import { PartyPicker } from '../choices/party-picker.tsx'

type Props = { party: Pick<Party, 'id' | 'name' | 'kind'>; onClose: () => void }

/** Asks which other record is the same party. */
export const MergeWithDialog = ({ party, onClose }: Props) => {
  const t = useT()
  const navigate = useNavigate()
  const [otherId, setOtherId] = useState<string | null>(null)
  const goOn = () =>
    void navigate({ to: '/parties/merge' as never, search: { first: party.id, second: otherId } as never })
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('parties.duplicates.mergeWith', { name: party.name })}
      footer={
        <>
          <Button kind="primary" isDisabled={!otherId} onPress={goOn}>
            {t('parties.duplicates.compareTwo')}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      <PartyPicker
        label={t('parties.duplicates.other')}
        description={t('parties.duplicates.otherHint')}
        kind={party.kind}
        exceptId={party.id}
        canCreate={false}
        value={otherId}
        onChange={setOtherId}
      />
    </Dialog>
  )
}
