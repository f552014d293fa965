import { useSession } from '@peyvand/platform/web'
import { Drawer } from '@peyvand/ui'
import { NavGroups } from './nav-groups.tsx'

interface NavDrawerProps {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** The navigation on screens too narrow for the sidebar. */
export function NavDrawer({ isOpen, onOpenChange }: NavDrawerProps) {
  const { firm } = useSession()
  return (
    <Drawer side="start" isOpen={isOpen} onOpenChange={onOpenChange} title={firm.name}>
      <nav className="flex flex-col gap-4">
        <NavGroups onFollow={() => onOpenChange(false)} />
      </nav>
    </Drawer>
  )
}
