import { useT } from '@peyvand/platform/web'
import { IconButton, MenuTrigger } from '@peyvand/ui'
import { Clock } from 'lucide-react'
import { useState } from 'react'
import { PresetsMenu } from './presets-menu.tsx'

interface Props {
  nextContactOn: string | null
  onChoose: (until: string) => void
}

/** A button that puts something off to one of the usual times. */
export const SnoozeMenu = ({ nextContactOn, onChoose }: Props) => {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <IconButton label={t('notifications.snooze')} icon={<Clock />} />
      <PresetsMenu
        label={t('notifications.snooze')}
        isOpen={isOpen}
        nextContactOn={nextContactOn}
        onChoose={onChoose}
      />
    </MenuTrigger>
  )
}
