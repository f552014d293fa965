import { OperationsMenu, Slot } from '@peyvand/platform/web'
import { NewMenu } from './new-menu.tsx'
import { UserMenu } from './user-menu.tsx'

/** The menus at the end of the top bar; they come right after the frame, which stands sooner without them. */
export function TopBarMenus() {
  return (
    <>
      <div className="max-sm:hidden">
        <NewMenu />
      </div>
      <OperationsMenu />
      <Slot name="shell.bar" with={{}} />
      <UserMenu />
    </>
  )
}
