import { type NavigationItem, useT } from '@peyvand/platform/web'
import { cx, Menu, MenuItem, MenuTrigger } from '@peyvand/ui'
import { useLocation } from '@tanstack/react-router'
import { Ellipsis, Plus } from 'lucide-react'
import { Button, Link } from 'react-aria-components'
import { currentItem } from './current-item.ts'
import { useCommands } from './use-commands.ts'
import { useNavigationItems } from './use-navigation.ts'

const entryClass =
  'flex min-h-13 min-w-0 flex-1 cursor-pointer flex-col items-center justify-center gap-0.5 text-badge no-underline -outline-offset-2'

/** The five places of a phone: three screens, «+» in the middle, and the rest of the navigation. */
export function PhoneBar({ onMore }: { onMore: () => void }) {
  const t = useT()
  const [first, second, third] = useNavigationItems().filter(({ isOnPhoneBar }) => isOnPhoneBar)
  return (
    <nav
      aria-label={t('shell.navigation')}
      className="flex shrink-0 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] sm:hidden"
    >
      {first && <Place item={first} />}
      {second && <Place item={second} />}
      <NewPlace />
      {third && <Place item={third} />}
      <Button className={cx(entryClass, 'text-muted')} onPress={onMore}>
        <Ellipsis size={20} aria-hidden />
        {t('shell.more')}
      </Button>
    </nav>
  )
}

function Place({ item }: { item: NavigationItem }) {
  const t = useT()
  const { to, icon: Icon, label } = item
  const isCurrent = useLocation({ select: ({ href }) => currentItem([item], href) !== undefined })
  return (
    <Link
      href={to}
      {...(isCurrent ? { 'aria-current': 'page' } : {})}
      className={cx(entryClass, isCurrent ? 'font-semibold text-accent-text' : 'text-muted')}
    >
      <Icon size={20} aria-hidden />
      <span className="max-w-full truncate px-1">{t(label)}</span>
    </Link>
  )
}

function NewPlace() {
  const t = useT()
  const commands = useCommands().filter(({ isNew }) => isNew)
  if (commands.length === 0) return null
  return (
    <MenuTrigger>
      <Button aria-label={t('shell.newLabel')} className={entryClass}>
        <span className="grid size-10 place-items-center rounded-pill bg-accent text-on-accent shadow-2">
          <Plus size={20} aria-hidden />
        </span>
      </Button>
      <Menu aria-label={t('shell.newLabel')} placement="top">
        {commands.map(({ id, icon: Icon, label, to }) => (
          <MenuItem key={id} icon={<Icon />} href={to}>
            {t(label)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
}
