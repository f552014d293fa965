import { useT } from '@peyvand/platform/web'
import { EmptyState, Link } from '@peyvand/ui'
import { Outlet, useLocation } from '@tanstack/react-router'
import { ChevronLeft, Settings } from 'lucide-react'
import { NavList } from '../shell/nav-list.tsx'
import { useNavigationSection } from '../shell/use-navigation.ts'

/** The settings area: its sections beside the open one; on a phone either the one or the other. */
export function SettingsLayout() {
  const t = useT()
  const items = useNavigationSection('nav.settings')
  const groups = [...new Set(items.map(({ group = '' }) => group))]
  const isIndex = useLocation({ select: ({ pathname }) => pathname === '/settings' })
  return (
    <div className="flex h-full min-h-0 gap-5">
      <nav
        aria-label={t('nav.settings')}
        className={
          isIndex
            ? 'w-full shrink-0 overflow-y-auto lg:w-52'
            : 'hidden w-52 shrink-0 overflow-y-auto lg:block'
        }
      >
        <p className="px-3 pb-2 text-dialog font-bold">{t('nav.settings')}</p>
        {groups.map((group) => (
          <section key={group} aria-label={group && t(group)} className="mb-3">
            {group && (
              <p aria-hidden className="px-3 pb-1 text-badge font-medium text-muted">
                {t(group)}
              </p>
            )}
            <NavList items={items.filter((item) => (item.group ?? '') === group)} />
          </section>
        ))}
      </nav>
      {isIndex ? (
        <div className="hidden min-w-0 flex-1 lg:block">
          <EmptyState icon={<Settings />} title={t('shell.settingsHint')} className="py-24" />
        </div>
      ) : (
        <div className="-m-1 flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto p-1">
          <Link
            href="/settings"
            className="mb-2 inline-flex min-h-control items-center gap-1 self-start no-underline lg:hidden"
          >
            <ChevronLeft size={16} className="rtl:-scale-x-100" aria-hidden />
            {t('nav.settings')}
          </Link>
          <div className="min-h-0 flex-1">
            <Outlet />
          </div>
        </div>
      )}
    </div>
  )
}
