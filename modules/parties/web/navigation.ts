import type { NavigationItem } from '@peyvand/platform/web'
import { useGroupNames, usePartyGroups } from './choices/use-choices.ts'
import { menuIconOf } from './display/menu-icon.tsx'

/** An entry of the menu for each group in use, with its icon and number of members. */
export function useGroupNavigation(): readonly NavigationItem[] {
  const groups = usePartyGroups()
  const { groupName } = useGroupNames()
  return groups.map((group, index) => ({
    section: 'nav.parties',
    to: `/parties/groups/${group.key}`,
    label: groupName(group),
    isText: true,
    icon: menuIconOf(group.icon),
    permission: 'parties.read',
    order: 110 + index,
    useCount: () => group.members,
  }))
}
