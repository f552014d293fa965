import { useT } from '@peyvand/platform/web'
import type { WorklistItem } from '@peyvand/referrals/contract'
import { IconButton, MenuTrigger } from '@peyvand/ui'
import { AlarmClock } from 'lucide-react'
import { useState } from 'react'
import { PresetsMenu } from '../centre/presets-menu.tsx'
import { useRemind } from './use-remind.ts'

/** On a line of the kartabl: to be reminded of it at one of the usual times. Fills `referrals.worklist.item`. */
export const PutOffReferral = ({ referral: { id, activity } }: { referral: WorklistItem }) => {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  const { remind } = useRemind({ type: 'referrals', id })
  const label = t('notifications.remindOf', { subject: activity.subject })
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <IconButton label={label} icon={<AlarmClock />} />
      <PresetsMenu label={label} isOpen={isOpen} nextContactOn={null} onChoose={(at) => void remind(at)} />
    </MenuTrigger>
  )
}
