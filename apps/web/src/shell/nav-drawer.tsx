import { useSession } from '@peyvand/platform/web'
import { Drawer } from '@peyvand/ui'
import { NavGroups, SettingsLink } from './nav-groups.tsx'

/** The navigation on screens too narrow for the sidebar. */
export function NavDrawer({ onClose }: { onClose: () => void }) {
  const { firm } = useSession()
  return (
    <Drawer side="start" isOpen onOpenChange={onClose} title={firm.name}>
      <nav className="flex flex-col gap-4">
        <NavGroups onFollow={onClose} />
        <SettingsLink onFollow={onClose} />
      </nav>
    </Drawer>
  )
}
