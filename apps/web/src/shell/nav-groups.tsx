import { type NavigationItem, setPreferences, usePreferences, useT } from '@peyvand/platform/web'
import { cx } from '@peyvand/ui'
import { ChevronDown, Settings } from 'lucide-react'
import { Button } from 'react-aria-components'
import { NavList } from './nav-list.tsx'
import { type NavigationGroup, useNavigation, useNavigationSection } from './use-navigation.ts'

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
  return useNavigation().map((group) =>
    isFolded ? (
      <section key={group.section} aria-label={t(group.section)}>
        <NavList items={group.items} isFolded {...(onFollow && { onFollow })} />
      </section>
    ) : (
      <NavGroup key={group.section} group={group} {...(onFollow && { onFollow })} />
    ),
  )
}

type NavGroupProps = Pick<NavGroupsProps, 'onFollow'> & { group: NavigationGroup }

/** A group under its name, which closes it but for the open screen. */
function NavGroup({ group: { section, items }, onFollow }: NavGroupProps) {
  const t = useT()
  const { closedSections } = usePreferences()
  const isOpen = !closedSections.includes(section)
  const toggle = () =>
    setPreferences({
      closedSections: isOpen ? [...closedSections, section] : closedSections.filter((one) => one !== section),
    })
  return (
    <section aria-label={t(section)}>
      <Button
        aria-expanded={isOpen}
        onPress={toggle}
        className="flex min-h-6 w-full cursor-pointer items-center justify-between rounded-control px-3 pb-1 text-badge font-medium text-muted -outline-offset-2 data-hovered:text-text"
      >
        {t(section)}
        <ChevronDown
          size={14}
          aria-hidden
          className={cx('transition-transform duration-120', !isOpen && 'rotate-90 ltr:-rotate-90')}
        />
      </Button>
      <NavList items={items} isClosed={!isOpen} {...(onFollow && { onFollow })} />
    </section>
  )
}

/** Leads to the settings, for whoever may change one. */
export function SettingsLink({ isFolded = false, onFollow }: NavGroupsProps) {
  const hasSettings = useNavigationSection('nav.settings').length > 0
  return hasSettings && <NavList items={[settings]} isFolded={isFolded} {...(onFollow && { onFollow })} />
}
