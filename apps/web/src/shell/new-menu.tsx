import { useT } from '@peyvand/platform/web'
import { Button, Menu, MenuItem, MenuTrigger } from '@peyvand/ui'
import { Plus } from 'lucide-react'
import { useCommands } from './use-commands.ts'

/** «+ جدید»: every kind of record that can be added, from any screen. */
export function NewMenu() {
  const t = useT()
  const commands = useCommands().filter(({ isNew }) => isNew)
  if (commands.length === 0) return null
  return (
    <MenuTrigger>
      <Button kind="primary" icon={<Plus size={16} aria-hidden />}>
        {t('shell.new')}
      </Button>
      <Menu aria-label={t('shell.newLabel')} placement="bottom end">
        {commands.map(({ id, icon: Icon, label, to, run, shortcut }) => (
          <MenuItem
            key={id}
            icon={<Icon />}
            {...(run ? { onAction: run } : { href: to })}
            {...(shortcut ? { shortcut } : {})}
          >
            {t(label)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
}
