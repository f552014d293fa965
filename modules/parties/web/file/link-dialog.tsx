import { FormFault, useMutateRoute, useT } from '@peyvand/platform/web'
import { Button, DatePicker, Dialog, Select, TextField } from '@peyvand/ui'
import { useState } from 'react'
import { createPartyLinkRoute, type LinkLabel, linkLabels, type Party } from '../../contract/index.ts'
import { PartyPicker } from '../choices/party-picker.tsx'

/** Relations that read the same from both sides are offered once. */
const equals: readonly LinkLabel[] = ['spouseOf', 'siblingOf', 'relativeOf', 'partnerOf', 'other']
const choices = linkLabels.flatMap((label) =>
  equals.includes(label)
    ? [{ id: label as string, label, inverse: false }]
    : [
        { id: label as string, label, inverse: false },
        { id: `${label}.inverse`, label, inverse: true },
      ],
)

/** Relates the party to another, which may be made on the spot. */
export const LinkDialog = ({ party, onClose }: { party: Party; onClose: () => void }) => {
  const t = useT()
  const [choice, setChoice] = useState(party.kind === 'organization' ? 'worksFor.inverse' : 'worksFor')
  const [otherId, setOtherId] = useState<string | null>(null)
  const [role, setRole] = useState('')
  const [since, setSince] = useState<string | null>(null)
  const { mutate, error, isPending } = useMutateRoute(createPartyLinkRoute, ['parties'])
  const chosen = choices.find(({ id }) => id === choice)

  const save = () => {
    if (!otherId || !chosen) return
    const { label, inverse } = chosen
    mutate(
      {
        params: { id: party.id },
        body: { label, inverse, otherId, ...(role && { role }), ...(since && { since }) },
      },
      { onSuccess: onClose },
    )
  }
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('parties.links.add')}
      footer={
        <>
          <Button kind="primary" isPending={isPending} isDisabled={!otherId} onPress={save}>
            {t('web.save')}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-3.5">
        <FormFault error={error} />
        <p className="font-medium">{party.name}</p>
        <Select
          label={t('parties.links.relation')}
          options={choices.map(({ id }) => ({ id, label: t(`parties.link.${id}`) }))}
          value={choice}
          onChange={(id) => id && setChoice(id)}
        />
        <PartyPicker
          label={t('parties.links.other')}
          value={otherId}
          onChange={setOtherId}
          exceptId={party.id}
          isRequired
          {...(chosen?.label === 'worksFor' && {
            kind: chosen.inverse ? ('person' as const) : ('organization' as const),
          })}
        />
        <TextField label={t('parties.links.role')} value={role} onChange={setRole} />
        <DatePicker label={t('parties.links.sinceLabel')} value={since} onChange={setSince} isClearable />
      </div>
    </Dialog>
  )
}
