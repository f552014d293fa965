import { defineWebModule } from '@peyvand/platform/web'
import { Webhook } from 'lucide-react'

const permission = 'webhooks.manage'

export const integrationsWeb = defineWebModule({
  name: 'integrations',
  routes: [
    {
      path: '/settings/webhooks',
      permission,
      page: async () => (await import('./page/webhooks-page.tsx')).WebhooksPage,
    },
  ],
  navigation: [
    {
      section: 'nav.settings',
      group: 'identity.ui.nav.safety',
      to: '/settings/webhooks',
      label: 'webhooks.nav',
      icon: Webhook,
      permission,
      order: 85,
    },
  ],
})
