import { type AppCommand, hasPermission, useSession } from '@peyvand/platform/web'
import { modules } from '../modules.ts'

const all = modules.flatMap(({ commands = [] }) => commands)

/** Commands of all modules that this user may give. */
export function useCommands(): readonly AppCommand[] {
  const session = useSession()
  return all.filter(({ permission }) => !permission || hasPermission(session, permission))
}
