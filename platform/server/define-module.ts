import type { ErrorCodes, EventSpec, ModulePermissions, Texts } from '../contract/index.ts'
import type { RouteHandler } from './handle.ts'
import type { HookFill } from './hooks.ts'
import type { AnyJob, Listener } from './jobs.ts'
import type { LiveTopic } from './live.ts'
import type { Migration } from './migrate.ts'
import type { UndoHandler } from './operations.ts'
import type { PublicPage } from './public-pages/public-page.ts'

/** Everything a module brings to the program; registration at start refuses what contradicts itself. */
export interface ModuleManifest {
  name: string
  texts: { fa: Texts; en: Texts }
  permissions?: ModulePermissions
  errors?: ErrorCodes
  events?: readonly EventSpec[]
  routes?: readonly RouteHandler[]
  /** Pages for people without an account. */
  pages?: readonly PublicPage[]
  migrations?: readonly Migration[]
  listeners?: readonly Listener[]
  jobs?: readonly AnyJob[]
  extends?: readonly HookFill[]
  /** Records that open screens may watch, with the check whether the watcher may see one. */
  live?: readonly LiveTopic[]
  /** How operations of a kind are undone. */
  undo?: readonly UndoHandler[]
  /** Record types that carry custom values; `records:` stands for all whose name begins so. */
  extensible?: readonly string[]
  /** Tables whose rows are only ever added. */
  appendOnly?: readonly string[]
  /** Query for backups: `key` and `type` of every file in the storage that the module's rows name. */
  storedFiles?: string
  /** Further schemas of the database whose tables the program works on, beside `public`. */
  schemas?: readonly string[]
}

/** Declares a module; list it in `apps/server/modules.ts`. */
export const defineModule = (manifest: ModuleManifest): ModuleManifest => manifest
