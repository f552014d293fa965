import { useT } from '@peyvand/platform/web'
import { Menu, MenuItem } from '@peyvand/ui'
import { useCommands } from './use-commands.ts'

/** Commands that add a record. */
export const useNewCommands = () => useCommands().filter(({ isNew }) => isNew)

/** The menu of a button that adds a record of any kind. */
export function NewItems({ placement }: { placement: 'bottom end' | 'top' }) {
  const t = useT()
  return (
    <Menu aria-label={t('shell.newLabel')} placement={placement}>
      {useNewCommands().map(({ id, icon: Icon, label, isText, to, run, shortcut }) => (
        <MenuItem
          key={id}
          icon={<Icon />}
          {...(run ? { onAction: run } : { href: to })}
          {...(shortcut ? { shortcut } : {})}
        >
          {isText ? label : t(label)}
        </MenuItem>
      ))}
    </Menu>
  )
}
