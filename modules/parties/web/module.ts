import { defineWebModule } from '@peyvand/platform/web'
import { Building2, Contact, CopyCheck, Trash2, UserRound, UserRoundPlus, Users } from 'lucide-react'
import { lazy } from 'react'
import { QuickCreateHost } from './form/quick-create-host.tsx'
import { openQuickCreate } from './form/quick-create-store.ts'
import { useGroupNavigation } from './navigation.ts'

const permission = 'parties.read'

export const partiesWeb = defineWebModule({
  name: 'parties',
  routes: [
    { path: '/parties', permission, page: async () => (await import('./list/parties-page.tsx')).PartiesPage },
    {
      path: '/parties/groups/$group',
      permission,
      page: async () => (await import('./list/parties-page.tsx')).GroupPage,
    },
    {
      path: '/parties/new',
      permission: 'parties.create',
      page: async () => (await import('./form/new-party-page.tsx')).NewPartyPage,
    },
    {
      path: '/parties/bin',
      permission: 'parties.delete',
      page: async () => (await import('./bin/bin-page.tsx')).BinPage,
    },
    {
      path: '/parties/duplicates',
      permission: 'parties.merge',
      page: async () => (await import('./duplicates/duplicates-page.tsx')).DuplicatesPage,
    },
    {
      path: '/parties/merge',
      permission: 'parties.merge',
      page: async () => (await import('./duplicates/merge-page.tsx')).MergePage,
    },
    {
      path: '/parties/$id',
      permission,
      page: async () => (await import('./file/party-file-page.tsx')).PartyFilePage,
    },
    {
      path: '/parties/$id/edit',
      permission: 'parties.update',
      page: async () => (await import('./form/edit-party-page.tsx')).EditPartyPage,
    },
    {
      path: '/settings/party-groups',
      permission: 'parties.manageGroups',
      page: async () => (await import('./groups/groups-page.tsx')).GroupsPage,
    },
  ],
  navigation: [
    {
      section: 'nav.parties',
      to: '/parties',
      label: 'parties.all',
      icon: Contact,
      permission,
      order: 100,
      isOnPhoneBar: true,
    },
    {
      section: 'nav.parties',
      to: '/parties/duplicates',
      label: 'parties.duplicates',
      icon: CopyCheck,
      permission: 'parties.merge',
      order: 180,
    },
    {
      section: 'nav.parties',
      to: '/parties/bin',
      label: 'parties.bin',
      icon: Trash2,
      permission: 'parties.delete',
      order: 190,
    },
    {
      section: 'nav.settings',
      group: 'customization.ui.nav',
      to: '/settings/party-groups',
      label: 'parties.groups',
      icon: Users,
      permission: 'parties.manageGroups',
      order: 300,
    },
  ],
  useNavigation: useGroupNavigation,
  commands: [
    {
      id: 'parties.newPerson',
      label: 'parties.newPerson',
      icon: UserRoundPlus,
      permission: 'parties.create',
      isNew: true,
      to: '/parties/new?kind=person',
      run: () => openQuickCreate({ kind: 'person' }),
    },
    {
      id: 'parties.newOrganization',
      label: 'parties.newOrganization',
      icon: Building2,
      permission: 'parties.create',
      isNew: true,
      to: '/parties/new?kind=organization',
      run: () => openQuickCreate({ kind: 'organization' }),
    },
  ],
  records: {
    parties: {
      label: 'parties.nav',
      icon: Contact,
      iconOf: (kind) => (kind === 'organization' ? Building2 : kind === 'person' ? UserRound : undefined),
      href: (id) => `/parties/${id}`,
    },
  },
  offline: async () => (await import('./offline.ts')).partiesOffline,
  slots: [
    { slot: 'shell.overlay', id: 'parties.quickCreate', order: 10, component: QuickCreateHost },
    {
      slot: 'customization.fields.record',
      id: 'parties',
      order: 10,
      label: 'parties.nav',
      component: lazy(async () => ({ default: (await import('./groups/party-scopes.tsx')).PartyScopes })),
    },
    {
      slot: 'customization.fields.input',
      id: 'parties',
      order: 10,
      component: lazy(async () => ({ default: (await import('./form/custom-input.tsx')).CustomInput })),
    },
  ],
})
