import { useT } from '@peyvand/platform/web'
import { Button, MenuTrigger } from '@peyvand/ui'
import { Plus } from 'lucide-react'
import { NewItems, useNewCommands } from './new-items.tsx'

/** «+ جدید»: every kind of record that can be added, from any screen. */
export function NewMenu() {
  const t = useT()
  if (useNewCommands().length === 0) return null
  return (
    <MenuTrigger>
      <Button kind="primary" icon={<Plus size={16} aria-hidden />}>
        {t('shell.new')}
      </Button>
      <NewItems placement="bottom end" />
    </MenuTrigger>
  )
}
