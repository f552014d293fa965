import { useT } from '@peyvand/platform/web'
import { MenuTrigger } from '@peyvand/ui'
import { Plus } from 'lucide-react'
import { Button } from 'react-aria-components'
import { NewItems, useNewCommands } from './new-items.tsx'

/** The round «+» in the middle of the phone's bar. */
export function PhoneNewMenu() {
  const t = useT()
  if (useNewCommands().length === 0) return null
  return (
    <MenuTrigger>
      <Button
        aria-label={t('shell.newLabel')}
        className="grid size-11 cursor-pointer place-items-center rounded-pill bg-accent text-on-accent shadow-2"
      >
        <Plus size={20} aria-hidden />
      </Button>
      <NewItems placement="top" />
    </MenuTrigger>
  )
}
