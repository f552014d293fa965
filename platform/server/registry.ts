import { commonErrors, type EventSpec, type ModulePermissions, permissionKeys } from '../contract/index.ts'
import type { ModuleManifest } from './define-module.ts'
import type { HookFill } from './hooks.ts'
import { type AnyJob, everyPublishedEvent, type Listener } from './jobs.ts'
import { createTranslator, type Translator } from './texts.ts'

/** The loaded modules and what they bring, looked up by name. */
export interface Registry {
  modules: readonly ModuleManifest[]
  permissions: readonly ModulePermissions[]
  permissionKeys: ReadonlySet<string>
  jobs: ReadonlyMap<string, AnyJob>
  listenersOf(event: string): readonly Listener[]
  /** Events that programs outside may be told of. */
  publishedEvents: readonly EventSpec[]
  listener(name: string): Listener | undefined
  fillsOf(hook: string): readonly HookFill[]
  errorStatus(code: string): number | undefined
  translate: Translator
}

/**
 * Checks the modules against each other and indexes what they bring.
 * @throws Error naming the first contradiction: a start that cannot be right must not happen.
 */
export function createRegistry(modules: readonly ModuleManifest[]): Registry {
  unique(
    'module',
    modules.map((m) => m.name),
  )
  const permissions = modules.flatMap((m) => (m.permissions ? [m.permissions] : []))
  const keys = unique('permission', permissions.flatMap(permissionKeys))
  const events = modules.flatMap((m) => m.events ?? [])
  const eventNames = unique(
    'event',
    events.map((event) => event.name),
  )
  const publishedEvents = events.filter((event) => event.published)
  const published = new Set(publishedEvents.map((event) => event.name))
  const listeners = modules.flatMap((m) => m.listeners ?? [])
  unique(
    'listener',
    listeners.map((listener) => listener.name),
  )
  for (const { name, event } of listeners) {
    if (event !== everyPublishedEvent && !eventNames.has(event))
      throw new Error(`listener ${name} waits for ${event}, which no module emits`)
  }
  const jobs: AnyJob[] = modules.flatMap((m) => [...(m.jobs ?? []), ...(m.undo ?? []).map(({ job }) => job)])
  unique(
    'job',
    jobs.map((job) => job.name),
  )
  unique(
    'migration',
    modules.flatMap((m) => (m.migrations ?? []).map((migration) => migration.id)),
  )

  const statuses = new Map<string, number>(Object.entries(commonErrors))
  for (const m of modules)
    for (const [code, status] of Object.entries(m.errors ?? {})) statuses.set(code, status)
  for (const { name, routes = [] } of modules) {
    for (const { route } of routes) {
      const { permission } = route
      if (permission !== 'public' && permission !== 'signedIn' && !keys.has(permission)) {
        throw new Error(`${name}: ${route.method} ${route.path} names the unknown permission ${permission}`)
      }
      for (const code of route.errors ?? []) {
        if (!statuses.has(code))
          throw new Error(`${name}: ${route.method} ${route.path} names the unknown error ${code}`)
      }
    }
  }
  unique(
    'route',
    modules.flatMap((m) => (m.routes ?? []).map(({ route }) => `${route.method} ${route.path}`)),
  )

  unique(
    'page',
    modules.flatMap((m) => (m.pages ?? []).map(({ path }) => path)),
  )

  const byEvent = groupBy(listeners, (listener) => listener.event)
  const toEvery = byEvent.get(everyPublishedEvent) ?? []
  const heardBy = new Map(
    [...eventNames].map((name) => [
      name,
      [...(byEvent.get(name) ?? []), ...(published.has(name) ? toEvery : [])],
    ]),
  )
  const byName = new Map(listeners.map((listener) => [listener.name, listener]))
  const byHook = groupBy(
    modules.flatMap((m) => m.extends ?? []),
    (filled) => filled.hook,
  )
  return {
    modules,
    permissions,
    permissionKeys: keys,
    jobs: new Map(jobs.map((job) => [job.name, job])),
    listenersOf: (event) => heardBy.get(event) ?? [],
    publishedEvents,
    listener: (name) => byName.get(name),
    fillsOf: (hook) => byHook.get(hook) ?? [],
    errorStatus: (code) => statuses.get(code),
    translate: createTranslator(modules.map((m) => m.texts)),
  }
}

function unique(what: string, names: readonly string[]): Set<string> {
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(name)) throw new Error(`two of the same ${what}: ${name}`)
    seen.add(name)
  }
  return seen
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
  return groups
}
