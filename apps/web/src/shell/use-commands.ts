import { type AppCommand, hasPermission, useSession } from '@peyvand/platform/web'
import { modules } from '../modules.ts'

/** Commands of all modules that this user may give. The list of modules never changes, so the hooks keep theirs. */
export function useCommands(): readonly AppCommand[] {
  const session = useSession()
  const all = modules.flatMap(({ commands = [], useCommands: useOwn = none }) => [
    ...commands,
    // oxlint-disable-next-line react/rules-of-hooks -- always the same modules in the same order
    ...useOwn(),
  ])
  return all.filter(({ permission }) => !permission || hasPermission(session, permission))
}

const none = (): readonly AppCommand[] => []
