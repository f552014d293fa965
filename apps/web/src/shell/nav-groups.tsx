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

/** The groups of the navigation; settings stand apart. */
export function NavGroups({ isFolded = false, onFollow }: NavGroupsProps) {
  const t = useT()
  return useNavigation().map(({ section, items }) => (
    <section key={section} aria-label={t(section)}>
      {!isFolded && (
        <p aria-hidden className="px-3 pb-1 text-badge font-medium text-muted">
          {t(section)}
        </p>
      )}
      <NavList items={items} isFolded={isFolded} {...(onFollow && { onFollow })} />
    </section>
  ))
}

/** Leads to the settings, for whoever may change one. */
export function SettingsLink({ isFolded = false, onFollow }: NavGroupsProps) {
  const hasSettings = useNavigationSection('nav.settings').length > 0
  return hasSettings && <NavList items={[settings]} isFolded={isFolded} {...(onFollow && { onFollow })} />
}
