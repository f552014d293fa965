import { setPreferences, usePreferences, useT } from '@peyvand/platform/web'
import { cx, IconButton } from '@peyvand/ui'
import { PanelRightClose, PanelRightOpen } from 'lucide-react'
import { Brand } from './brand.tsx'
import { NavGroups, SettingsLink } from './nav-groups.tsx'

/** Navigation at the inline start of wide screens, foldable to a rail of icons. */
export function Sidebar() {
  const t = useT()
  const { isSidebarFolded: isFolded } = usePreferences()
  const Icon = isFolded ? PanelRightOpen : PanelRightClose
  return (
    <aside
      className={cx(
        'hidden h-dvh shrink-0 flex-col border-e border-line bg-surface lg:flex',
        isFolded ? 'w-16' : 'w-58',
      )}
    >
      <div className={cx('flex h-13 shrink-0 items-center', isFolded ? 'justify-center' : 'px-4')}>
        <Brand isFolded={isFolded} />
      </div>
      <nav
        aria-label={t('shell.navigation')}
        className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto px-2.5 py-2"
      >
        <NavGroups isFolded={isFolded} />
      </nav>
      <div className={cx('flex items-center gap-1 border-t border-line p-2.5', isFolded && 'flex-col')}>
        <nav aria-label={t('nav.settings')} className="min-w-0 flex-1">
          <SettingsLink isFolded={isFolded} />
        </nav>
        <IconButton
          label={t(isFolded ? 'shell.unfold' : 'shell.fold')}
          icon={<Icon className="ltr:-scale-x-100" />}
          onPress={() => setPreferences({ isSidebarFolded: !isFolded })}
        />
      </div>
    </aside>
  )
}
