import { type NavigationItem, useT } from '@peyvand/platform/web'
import { Settings } from 'lucide-react'
import { NavList } from './nav-list.tsx'
import { useNavigation, useNavigationSection } from './use-navigation.ts'

const settings: NavigationItem = {
  section: 'nav.settings',
  to: '/settings',
  label: 'nav.settings',
  icon: Settings,
  order: 1000,
}

interface NavGroupsProps {
  isFolded?: boolean
  onFollow?: () => void
}

/** The groups of the navigation, settings last. */
export function NavGroups({ isFolded = false, onFollow }: NavGroupsProps) {
  const t = useT()
  const groups = useNavigation()
  const hasSettings = useNavigationSection('nav.settings').length > 0
  const list = { isFolded, ...(onFollow && { onFollow }) }
  return (
    <>
      {groups.map(({ section, items }) => (
        <section key={section} aria-label={t(section)}>
          {!isFolded && (
            <p aria-hidden className="px-3 pb-1 text-badge font-medium text-muted">
              {t(section)}
            </p>
          )}
          <NavList items={items} {...list} />
        </section>
      ))}
      {hasSettings && (
        <div className="mt-auto border-t border-line pt-2">
          <NavList items={[settings]} {...list} />
        </div>
      )}
    </>
  )
}
