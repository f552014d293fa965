import { defineWebModule } from '@peyvand/platform/web'
import { MessageSquareShare } from 'lucide-react'

const permission = 'channels.manage'

export const channelsWeb = defineWebModule({
  name: 'channels',
  routes: [
    {
      path: '/settings/channels',
      permission,
      page: async () => (await import('./channels-page.tsx')).ChannelsPage,
    },
  ],
  navigation: [
    {
      section: 'nav.settings',
      group: 'channels.nav.group',
      to: '/settings/channels',
      label: 'channels.nav',
      icon: MessageSquareShare,
      permission,
      order: 60,
    },
  ],
})
