import { defineWebModule } from '@peyvand/platform/web'
import { FileBox, LayoutList } from 'lucide-react'
import { lazy } from 'react'
import { RecordFormHost } from './form/record-form-host.tsx'
import { useKindCommands, useKindNavigation } from './navigation.ts'

export const recordsWeb = defineWebModule({
  name: 'records',
  routes: [
    { path: '/records/$kind', page: async () => (await import('./list/records-page.tsx')).RecordsPage },
    {
      path: '/records/$kind/bin',
      page: async () => (await import('./list/bin-page.tsx')).RecordsBinPage,
    },
    { path: '/records/$kind/$id', page: async () => (await import('./record/record-page.tsx')).RecordPage },
    {
      path: '/settings/record-kinds',
      permission: 'records.manageKinds',
      page: async () => (await import('./kinds/kinds-page.tsx')).KindsPage,
    },
  ],
  navigation: [
    {
      section: 'nav.settings',
      group: 'customization.ui.nav',
      to: '/settings/record-kinds',
      label: 'records.kinds',
      icon: LayoutList,
      permission: 'records.manageKinds',
      order: 45,
    },
  ],
  useNavigation: useKindNavigation,
  useCommands: useKindCommands,
  records: {
    records: {
      label: 'records.nav',
      icon: FileBox,
      href: (id, kind) => `/records/${kind ?? ''}/${id}`,
    },
  },
  slots: [
    {
      slot: 'activities.target',
      id: 'records',
      order: 10,
      component: lazy(async () => ({
        default: (await import('./activity/record-target.tsx')).RecordTarget,
      })),
    },
    {
      slot: 'activities.form.targets',
      id: 'records',
      order: 10,
      component: lazy(async () => ({
        default: (await import('./activity/record-targets-field.tsx')).RecordTargetsField,
      })),
    },
    { slot: 'shell.overlay', id: 'records.form', order: 30, component: RecordFormHost },
    {
      slot: 'parties.file.tab',
      id: 'records',
      order: 40,
      label: 'records.nav',
      component: lazy(async () => ({ default: (await import('./party/party-records.tsx')).PartyRecords })),
    },
  ],
})
