import { defineWebModule, type NavigationItem, type SlotFill } from '@peyvand/platform/web'
import { House, ListTodo } from 'lucide-react'
import { lazy } from 'react'
import { type ActivityKind, activityKinds, ActivityKind as Kind } from '../contract/index.ts'
import { ComposerHost } from './composer/composer-host.tsx'
import { kindIcons } from './kinds/kind-icons.ts'
import { kindPaths } from './kinds/kind-paths.ts'

const permission = 'activities.read'
const listPage = async () => (await import('./list/activities-page.tsx')).ActivitiesPage

const navigation: NavigationItem[] = [
  {
    section: 'nav.work',
    to: '/',
    label: 'activities.home',
    icon: House,
    permission,
    order: 10,
    isOnPhoneBar: true,
  },
  { section: 'nav.work', to: '/activities', label: 'activities.nav', icon: ListTodo, permission, order: 30 },
]

/** Each kind is a type of the stream in a party's file. */
const timelineTypes = activityKinds.map(
  (kind, index): SlotFill => ({
    slot: 'parties.timeline.type',
    id: kind,
    order: 10 + index,
    label: `activities.kind.${kind}`,
    component: kindIcons[kind],
  }),
)

export const activitiesWeb = defineWebModule({
  name: 'activities',
  routes: [
    { path: '/', permission, page: async () => (await import('./home/home-page.tsx')).HomePage },
    { path: '/activities', permission, page: listPage },
    ...activityKinds.map((kind) => ({ path: kindPaths[kind], permission, page: listPage })),
    {
      path: '/activities/$id',
      permission,
      page: async () => (await import('./activity/activity-page.tsx')).ActivityPage,
    },
  ],
  navigation,
  offline: async () => (await import('./offline.ts')).activitiesOffline,
  commands: [
    ...(['call', 'task', 'meeting', 'letter'] as const).map((kind) => command(kind, true)),
    ...(['fax', 'email', 'sms', 'telegram'] as const).map((kind) => command(kind, false)),
  ],
  slots: [
    { slot: 'shell.overlay', id: 'activities.composer', order: 20, component: ComposerHost },
    {
      slot: 'parties.file.composer',
      id: 'activities',
      order: 10,
      permission: 'activities.create',
      component: lazy(async () => ({ default: (await import('./composer/file-composer.tsx')).FileComposer })),
    },
    {
      slot: 'parties.file.tab',
      id: 'activities',
      order: 20,
      label: 'activities.statistics',
      permission,
      component: lazy(async () => ({ default: (await import('./party/statistics-tab.tsx')).StatisticsTab })),
    },
    ...timelineTypes,
    {
      slot: 'parties.timeline.item',
      id: 'activities',
      order: 10,
      component: lazy(async () => ({
        default: (await import('./party/timeline-item.tsx')).ActivityTimelineItem,
      })),
    },
    {
      slot: 'customization.fields.record',
      id: 'activities',
      order: 20,
      label: 'activities.nav',
      component: lazy(async () => ({
        default: (await import('./kinds/activity-scopes.tsx')).ActivityScopes,
      })),
    },
  ],
  records: {
    activities: {
      label: 'activities.nav',
      icon: ListTodo,
      iconOf: (kind) => {
        const parsed = Kind.safeParse(kind)
        return parsed.success ? kindIcons[parsed.data] : undefined
      },
      href: (id) => `/activities/${id}`,
    },
  },
})

function command(kind: ActivityKind, isNew: boolean) {
  return {
    id: `activities.new.${kind}`,
    label: `activities.new.${kind}`,
    icon: kindIcons[kind],
    permission: 'activities.create',
    isNew,
    to: `${kindPaths[kind]}?new=${kind}`,
  }
}
