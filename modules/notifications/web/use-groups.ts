import { hasPermission, useSession } from '@peyvand/platform/web'
import { NotificationGroup, rightOfGroup } from '../contract/index.ts'

/** The groups of notifications that may reach the user. */
export function useGroups(): NotificationGroup[] {
  const session = useSession()
  return NotificationGroup.options.filter((group) => {
    const right = rightOfGroup[group]
    return right === undefined || hasPermission(session, right)
  })
}
