import { useT } from '@peyvand/platform/web'
import { IconButton } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { PenLine } from 'lucide-react'

/** In the head of a party's file: a letter to them. Fills the slot `parties.file.actions`. */
export const WriteToParty = ({ party }: { party: { id: string } }) => {
  const t = useT()
  const navigate = useNavigate()
  return (
    <IconButton
      kind="secondary"
      label={t('letters.ui.new.outgoing')}
      icon={<PenLine />}
      onPress={() => void navigate({ to: `/letters/new?direction=outgoing&party=${party.id}` as never })}
    />
  )
}
