import { hasPermission, type NavigationItem, useSession } from '@peyvand/platform/web'
import { modules } from '../modules.ts'

/** Order of the groups in the sidebar; settings have a place of their own. */
const sections = [
  'nav.work',
  'nav.sales',
  'nav.parties',
  'nav.records',
  'nav.service',
  'nav.marketing',
  'nav.analysis',
  'nav.tools',
] as const

export interface NavigationGroup {
  section: string
  items: readonly NavigationItem[]
}

/** All entries that this user may see, in order. The list of modules never changes, so the hooks keep theirs. */
export function useNavigationItems(): readonly NavigationItem[] {
  const session = useSession()
  const items = modules.flatMap(({ navigation = [], useNavigation: useOwn = none }) => [
    ...navigation,
    // oxlint-disable-next-line react/rules-of-hooks -- always the same modules in the same order
    ...useOwn(),
  ])
  return items
    .filter(({ permission }) => !permission || hasPermission(session, permission))
    .toSorted((a, b) => a.order - b.order)
}

export function useNavigation(): readonly NavigationGroup[] {
  const items = useNavigationItems()
  return sections
    .map((section) => ({ section, items: items.filter((item) => item.section === section) }))
    .filter((group) => group.items.length > 0)
}

export function useNavigationSection(section: string): readonly NavigationItem[] {
  return useNavigationItems().filter((item) => item.section === section)
}

const none = (): readonly NavigationItem[] => []
