import type { LucideIcon, LucideProps } from 'lucide-react'
import type { ComponentType, FunctionComponent } from 'react'
import type { OfflinePart } from './offline/offline-part.ts'

export interface WebRoute {
  /** `/parties/$id`, in the router's notation. */
  path: string
  /** Loaded when first opened. */
  page: () => Promise<{ default: FunctionComponent } | FunctionComponent>
  permission?: string
  /** Shown to people without a session, outside the shell. */
  isPublic?: boolean
}

export interface NavigationItem {
  /** Text key of its group in the sidebar: `nav.work`, `nav.parties`, `nav.settings`, … */
  section: string
  /** Text key of a heading inside the settings area. */
  group?: string
  to: string
  /** Text key, or the text itself where `isText`. */
  label: string
  isText?: boolean
  icon: ComponentType<LucideProps>
  permission?: string
  order: number
  /** One of the three screens that a phone's bottom bar leads to. */
  isOnPhoneBar?: boolean
  /** A number beside it, or nothing; a hook, called on every render of the sidebar. */
  useCount?: () => number | undefined
}

export interface AppCommand {
  id: string
  /** Text key, or the text itself where `isText`. */
  label: string
  isText?: boolean
  icon: ComponentType<LucideProps>
  permission?: string
  /** Offered under «+ جدید» too. */
  isNew?: boolean
  shortcut?: string
  /** Where it leads; a path with search parameters may open a form. */
  to: string
  /** Done in place of going there: a form that opens over the present screen. */
  run?: () => void
}

export interface SlotFill {
  slot: string
  id: string
  order: number
  /** Text key, where the slot shows a label (tabs). */
  label?: string
  permission?: string
  // Each slot documents the props it gives.
  // oxlint-disable-next-line typescript/no-explicit-any
  component: ComponentType<any>
}

/** How records of a type appear in search: the name of the type, its icon, where a record opens. */
export interface RecordKind {
  /** Text key of the plural: `parties.nav`. */
  label: string
  icon: LucideIcon
  /** A finer icon for the hit's `kind`. */
  iconOf?: (kind: string | null) => LucideIcon | undefined
  href: (id: string, kind: string | null) => string
}

export interface WebModule {
  name: string
  routes?: readonly WebRoute[]
  navigation?: readonly NavigationItem[]
  /** Entries that depend on data (groups that the firm made); a hook. */
  useNavigation?: () => readonly NavigationItem[]
  commands?: readonly AppCommand[]
  /** Commands that depend on data; a hook. */
  useCommands?: () => readonly AppCommand[]
  slots?: readonly SlotFill[]
  /** By the type that search hits name: `parties`. */
  records?: Readonly<Record<string, RecordKind>>
  /** What works without the server; loaded beside the session, before the first screen. */
  offline?: () => Promise<OfflinePart>
}

/** Declares what a module brings to the staff app; list it in `apps/web/src/modules.ts`. */
export const defineWebModule = (module: WebModule): WebModule => module
