import { defineWebModule } from '@peyvand/platform/web'
import { LayoutTemplate, Waypoints } from 'lucide-react'
import { lazy } from 'react'

const use = 'templates.use'
const manage = 'templates.manage'

/** Templates of texts, and call scripts; both at work in the forms of activities. */
export const templatesWeb = defineWebModule({
  name: 'templates',
  routes: [
    {
      path: '/templates',
      permission: use,
      page: async () => (await import('./templates/templates-page.tsx')).TemplatesPage,
    },
    {
      path: '/templates/new',
      permission: use,
      page: async () => (await import('./templates/template-page.tsx')).NewTemplatePage,
    },
    {
      path: '/templates/$id',
      permission: use,
      page: async () => (await import('./templates/template-page.tsx')).TemplatePage,
    },
    {
      path: '/scripts',
      permission: use,
      page: async () => (await import('./scripts/scripts-page.tsx')).ScriptsPage,
    },
    {
      path: '/scripts/new',
      permission: manage,
      page: async () => (await import('./scripts/script-page.tsx')).NewScriptPage,
    },
    {
      path: '/scripts/$id',
      permission: use,
      page: async () => (await import('./scripts/script-page.tsx')).ScriptPage,
    },
  ],
  navigation: [
    {
      section: 'nav.work',
      to: '/templates',
      label: 'templates.nav',
      icon: LayoutTemplate,
      permission: use,
      order: 70,
    },
    {
      section: 'nav.work',
      to: '/scripts',
      label: 'templates.scripts',
      icon: Waypoints,
      permission: use,
      order: 80,
    },
  ],
  commands: [
    {
      id: 'templates.new',
      label: 'templates.ui.new',
      icon: LayoutTemplate,
      permission: use,
      to: '/templates/new',
    },
    {
      id: 'templates.newScript',
      label: 'templates.ui.newScript',
      icon: Waypoints,
      permission: manage,
      to: '/scripts/new',
    },
  ],
  slots: [
    {
      slot: 'activities.text',
      id: 'templates',
      order: 10,
      permission: use,
      component: lazy(async () => ({ default: (await import('./composer/text-tools.tsx')).TextTools })),
    },
    {
      slot: 'activities.composer.call',
      id: 'templates',
      order: 10,
      permission: use,
      component: lazy(async () => ({ default: (await import('./calls/call-guide.tsx')).CallGuide })),
    },
    {
      slot: 'activities.activity',
      id: 'templates',
      order: 20,
      permission: use,
      component: lazy(async () => ({ default: (await import('./calls/call-answers.tsx')).CallAnswers })),
    },
  ],
})
