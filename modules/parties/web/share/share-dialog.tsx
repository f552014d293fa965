import { addDays } from '@peyvand/persian'
import { FormFault, useMutateRoute, useRoute, useT } from '@peyvand/platform/web'
import { Button, Callout, DatePicker, Dialog, MultiSelect, TextArea, toast } from '@peyvand/ui'
import { useState } from 'react'
import { listPartySharesRoute, type Party, sharePartyRoute, usualShareDays } from '../../contract/index.ts'
import { useColleagues, useTeams } from '../choices/use-choices.ts'
import { useToday } from '../display/use-today.ts'

/** Whom to tell of a file, with a word to it; to who does not see it the file is opened for a time. */
export const ShareDialog = ({ party, onClose }: { party: Party; onClose: () => void }) => {
  const t = useT()
  const today = useToday()
  const colleagues = useColleagues()
  const teams = useTeams()
  const [users, setUsers] = useState<string[]>([])
  const [inTeams, setInTeams] = useState<string[]>([])
  const [note, setNote] = useState('')
  const [until, setUntil] = useState<string | null>(addDays(today, usualShareDays))
  const { data: shares } = useRoute(listPartySharesRoute, { params: { id: party.id } })
  const { mutate, error, isPending } = useMutateRoute(sharePartyRoute, ['parties'])
  const to = [
    ...users.map((id) => ({ kind: 'user' as const, id })),
    ...inTeams.map((id) => ({ kind: 'team' as const, id })),
  ]
  const send = () =>
    mutate(
      { params: { id: party.id }, body: { to, note: note || null, ...(until ? { until } : {}) } },
      {
        onSuccess: () => {
          toast({ kind: 'ok', title: t('parties.share.done', { count: to.length }) })
          onClose()
        },
      },
    )
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('parties.share.title', { name: party.name })}
      footer={
        <>
          <Button kind="primary" isPending={isPending} isDisabled={to.length === 0} onPress={send}>
            {t('parties.share.send')}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-3.5">
        <FormFault error={error} />
        <p className="text-body text-muted">{t('parties.share.hint')}</p>
        <MultiSelect label={t('parties.share.to')} options={colleagues} value={users} onChange={setUsers} />
        {teams.length > 0 && (
          <MultiSelect
            label={t('parties.share.teams')}
            options={teams}
            value={inTeams}
            onChange={setInTeams}
          />
        )}
        <TextArea label={t('parties.share.note')} value={note} onChange={setNote} minRows={3} />
        {shares?.can.open && (
          <DatePicker
            label={t('parties.share.until')}
            description={t('parties.share.untilHint')}
            value={until}
            onChange={setUntil}
          />
        )}
        {shares && !shares.can.open && <Callout>{t('parties.share.noOpening')}</Callout>}
      </div>
    </Dialog>
  )
}
