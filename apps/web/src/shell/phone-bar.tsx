import { type NavigationItem, useT } from '@peyvand/platform/web'
import { cx, useFormat } from '@peyvand/ui'
import { useLocation } from '@tanstack/react-router'
import { Ellipsis } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { Button, Link } from 'react-aria-components'
import { currentItem } from './current-item.ts'
import { useNavigationItems } from './use-navigation.ts'

const PhoneNewMenu = lazy(async () => ({ default: (await import('./phone-new-menu.tsx')).PhoneNewMenu }))

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
      {first && <Place key={first.to} item={first} />}
      {second && <Place key={second.to} item={second} />}
      <div className="grid flex-1 place-items-center">
        <Suspense>
          <PhoneNewMenu />
        </Suspense>
      </div>
      {third && <Place key={third.to} item={third} />}
      <Button className={cx(entryClass, 'text-muted')} onPress={onMore}>
        <Ellipsis size={20} aria-hidden />
        {t('shell.more')}
      </Button>
    </nav>
  )
}

function Place({ item }: { item: NavigationItem }) {
  const t = useT()
  const format = useFormat()
  const { to, icon: Icon, label, useCount = noCount } = item
  // oxlint-disable-next-line react/rules-of-hooks -- an entry keeps its hook: entries are keyed by their address
  const count = useCount()
  const isCurrent = useLocation({ select: ({ href }) => currentItem([item], href) !== undefined })
  return (
    <Link
      href={to}
      {...(isCurrent ? { 'aria-current': 'page' } : {})}
      className={cx(entryClass, isCurrent ? 'font-semibold text-accent-text' : 'text-muted')}
    >
      <span className="relative">
        <Icon size={20} aria-hidden />
        {count !== undefined && count > 0 && (
          <span className="absolute -top-2 start-3 min-w-4.5 rounded-pill bg-accent px-1 text-center text-badge font-medium text-on-accent">
            {count < countsStopAt ? format.number(count) : `${format.number(countsStopAt)}+`}
          </span>
        )}
      </span>
      <span className="max-w-full truncate px-1">{t(label)}</span>
    </Link>
  )
}

/** A badge beside an icon has room for two digits. */
const countsStopAt = 99

const noCount = () => undefined
