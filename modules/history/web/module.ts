import { defineWebModule } from '@peyvand/platform/web'
import { Undo2 } from 'lucide-react'

export const historyWeb = defineWebModule({
  name: 'history',
  routes: [{ path: '/undo', page: async () => (await import('./undo/undo-page.tsx')).UndoPage }],
  navigation: [{ section: 'nav.work', to: '/undo', label: 'history.undo', icon: Undo2, order: 95 }],
})
