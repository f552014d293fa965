import { usePartyGroups } from '@peyvand/parties/web'
import { defineWebModule, type NavigationItem } from '@peyvand/platform/web'
import { lazyPart } from '@peyvand/ui'
import { Sparkles, TextCursorInput } from 'lucide-react'

const read = 'parties.read'
const manage = 'leads.manage'

const worklist: NavigationItem = {
  section: 'nav.sales',
  to: '/leads',
  label: 'leads.ui.nav',
  icon: Sparkles,
  permission: read,
  order: 1,
}

/** The worklist, for roles that are not limited to other groups; by its key, so that no contract is loaded for a menu. */
const useLeadNavigation = (): readonly NavigationItem[] =>
  usePartyGroups().some(({ key }) => key === 'leads') ? [worklist] : []

export const leadsWeb = defineWebModule({
  name: 'leads',
  routes: [
    { path: '/leads', permission: read, page: async () => (await import('./list/leads-page.tsx')).LeadsPage },
    {
      path: '/leads/yield',
      permission: 'leads.yield',
      page: async () => (await import('./yield/yield-page.tsx')).YieldPage,
    },
    {
      path: '/leads/forms',
      permission: manage,
      page: async () => (await import('./forms/forms-page.tsx')).FormsPage,
    },
    {
      path: '/leads/forms/new',
      permission: manage,
      page: async () => (await import('./forms/form-page.tsx')).NewFormPage,
    },
    {
      path: '/leads/forms/$id',
      permission: manage,
      page: async () => (await import('./forms/form-page.tsx')).FormPage,
    },
    {
      path: '/settings/leads',
      permission: manage,
      page: async () => (await import('./settings/lead-settings-page.tsx')).LeadSettingsPage,
    },
  ],
  useNavigation: useLeadNavigation,
  navigation: [
    {
      section: 'nav.settings',
      group: 'customization.ui.nav',
      to: '/settings/leads',
      label: 'leads.ui.settings',
      icon: Sparkles,
      permission: manage,
      order: 46,
    },
  ],
  commands: [
    {
      id: 'leads.forms',
      label: 'leads.ui.forms',
      icon: TextCursorInput,
      permission: manage,
      to: '/leads/forms',
    },
  ],
  slots: [
    {
      slot: 'home.figures',
      id: 'leads',
      order: 30,
      // For those who sell: others see leads as parties alone.
      permission: 'deals.read',
      component: lazyPart(async () => (await import('./figures/lead-figure.tsx')).LeadFigure),
    },
    {
      slot: 'parties.file.side',
      id: 'leads',
      order: 5,
      component: lazyPart(async () => (await import('./lead/lead-panel.tsx')).LeadPanel),
    },
  ],
})
