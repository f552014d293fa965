import { useT } from '@peyvand/platform/web'
import { IconButton, Kbd } from '@peyvand/ui'
import { Menu as MenuIcon, Search } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { Button } from 'react-aria-components'

const TopBarMenus = lazy(async () => ({ default: (await import('./top-bar-menus.tsx')).TopBarMenus }))

interface TopBarProps {
  onSearch: () => void
  onMenu: () => void
}

/** Search, new records, work in progress and the user, above every screen. */
export function TopBar({ onSearch, onMenu }: TopBarProps) {
  const t = useT()
  return (
    <header className="flex min-h-13 shrink-0 items-center gap-2 border-b border-line bg-surface px-3 pt-[env(safe-area-inset-top)] sm:px-5">
      <IconButton
        label={t('shell.openNavigation')}
        icon={<MenuIcon />}
        onPress={onMenu}
        className="lg:hidden"
      />
      <Button
        onPress={onSearch}
        aria-label={t('shell.searchLabel')}
        className="flex min-h-control min-w-0 flex-1 cursor-pointer items-center gap-2 rounded-control border border-field-line bg-surface px-3 text-muted data-hovered:bg-surface-2 sm:max-w-100"
      >
        <Search size={16} className="shrink-0" aria-hidden />
        <span className="min-w-0 flex-1 truncate text-start text-body">{t('shell.search')}</span>
        <span className="max-sm:hidden">
          <Kbd>Ctrl K</Kbd>
        </span>
      </Button>
      <div className="ms-auto flex items-center gap-1.5">
        <Suspense>
          <TopBarMenus />
        </Suspense>
      </div>
    </header>
  )
}
