import { defineWebModule } from '@peyvand/platform/web'
import { FileUp } from 'lucide-react'
import { lazy } from 'react'

const permission = 'imports.run'
const exportRight = 'parties.export'

// The lists that they stand on are loaded later than the start.
const partySlots = () => import('./export/party-slots.tsx')
const ImportLink = lazy(async () => ({ default: (await import('./import-link.tsx')).ImportLink }))
const PartyListExport = lazy(async () => ({ default: (await partySlots()).PartyListExport }))
const SelectedPartiesExport = lazy(async () => ({ default: (await partySlots()).SelectedPartiesExport }))
const ActivityListExport = lazy(async () => ({
  default: (await import('./export/activity-slots.tsx')).ActivityListExport,
}))

const AuditExport = lazy(async () => ({ default: (await import('./export/audit-slots.tsx')).AuditExport }))

/** The import wizard with its history, and exports of lists. */
export const importsWeb = defineWebModule({
  name: 'imports',
  routes: [
    {
      path: '/imports',
      permission,
      page: async () => (await import('./history/imports-page.tsx')).ImportsPage,
    },
    {
      path: '/imports/new',
      permission,
      page: async () => (await import('./upload/new-import-page.tsx')).NewImportPage,
    },
    {
      path: '/imports/$id',
      permission,
      page: async () => (await import('./wizard/import-page.tsx')).ImportPage,
    },
  ],
  navigation: [
    { section: 'nav.parties', to: '/imports', label: 'imports.nav', icon: FileUp, permission, order: 180 },
  ],
  commands: [
    { id: 'imports.new', label: 'imports.new', icon: FileUp, permission, isNew: true, to: '/imports/new' },
  ],
  slots: [
    {
      slot: 'activities.list.actions',
      id: 'imports.export',
      order: 10,
      permission: 'activities.export',
      component: ActivityListExport,
    },
    {
      slot: 'identity.audit.actions',
      id: 'imports.export',
      order: 10,
      permission: 'audit.read',
      component: AuditExport,
    },
    {
      slot: 'parties.list.actions',
      id: 'imports.export',
      order: 10,
      permission: exportRight,
      component: PartyListExport,
    },
    {
      slot: 'parties.list.bulk',
      id: 'imports.exportSelected',
      order: 10,
      permission: exportRight,
      component: SelectedPartiesExport,
    },
    { slot: 'parties.list.actions', id: 'imports.link', order: 20, permission, component: ImportLink },
    { slot: 'parties.list.empty', id: 'imports.first', order: 10, permission, component: ImportLink },
  ],
})
