import { defineWebModule } from '@peyvand/platform/web'
import { BookOpen, FileText, MailPlus, PenLine } from 'lucide-react'
import { lazy } from 'react'

const setting = { section: 'nav.settings', group: 'letters.nav', permission: 'letters.manage' } as const

/** The secretariat: register book, writing letters, letterheads. */
export const lettersWeb = defineWebModule({
  name: 'letters',
  routes: [
    {
      path: '/letter-book',
      permission: 'letters.book',
      page: async () => (await import('./book/book-page.tsx')).BookPage,
    },
    {
      path: '/letters/new',
      permission: 'activities.create',
      page: async () => (await import('./write/letter-page.tsx')).NewLetterPage,
    },
    {
      path: '/letters/$id/edit',
      permission: 'activities.update',
      page: async () => (await import('./write/letter-page.tsx')).EditLetterPage,
    },
    {
      path: '/settings/letter-registers',
      permission: 'letters.manage',
      page: async () => (await import('./settings/registers-page.tsx')).RegistersPage,
    },
    {
      path: '/settings/letterheads',
      permission: 'letters.manage',
      page: async () => (await import('./settings/letterheads-page.tsx')).LetterheadsPage,
    },
    {
      path: '/settings/letterheads/$id',
      permission: 'letters.manage',
      page: async () => (await import('./settings/letterhead-page.tsx')).LetterheadPage,
    },
  ],
  navigation: [
    {
      section: 'nav.work',
      to: '/letter-book',
      label: 'letters.nav',
      icon: BookOpen,
      permission: 'letters.book',
      order: 40,
    },
    {
      ...setting,
      to: '/settings/letter-registers',
      label: 'letters.ui.registers',
      icon: BookOpen,
      order: 80,
    },
    { ...setting, to: '/settings/letterheads', label: 'letters.ui.letterheads', icon: FileText, order: 81 },
  ],
  commands: [
    {
      id: 'letters.write',
      label: 'letters.ui.new.outgoing',
      icon: PenLine,
      permission: 'activities.create',
      isNew: true,
      to: '/letters/new?direction=outgoing',
    },
    {
      id: 'letters.register',
      label: 'letters.ui.new.incoming',
      icon: MailPlus,
      permission: 'activities.create',
      isNew: true,
      to: '/letters/new?direction=incoming',
    },
    {
      id: 'letters.internal',
      label: 'letters.ui.new.internal',
      icon: PenLine,
      permission: 'activities.create',
      to: '/letters/new?direction=internal',
    },
  ],
  slots: [
    {
      slot: 'parties.file.actions',
      id: 'letters',
      order: 20,
      permission: 'activities.create',
      component: lazy(async () => ({ default: (await import('./party/write-to-party.tsx')).WriteToParty })),
    },
    {
      slot: 'activities.form.letter',
      id: 'letters',
      order: 10,
      component: lazy(async () => ({
        default: (await import('./composer/register-field.tsx')).RegisterField,
      })),
    },
    {
      slot: 'activities.list.actions',
      id: 'letters',
      order: 30,
      permission: 'activities.create',
      component: lazy(async () => ({
        default: (await import('./list/letter-list-actions.tsx')).LetterListActions,
      })),
    },
    {
      slot: 'activities.activity.actions',
      id: 'letters',
      order: 5,
      component: lazy(async () => ({ default: (await import('./letter/letter-actions.tsx')).LetterActions })),
    },
    {
      slot: 'activities.activity',
      id: 'letters',
      order: 5,
      component: lazy(async () => ({ default: (await import('./letter/letter-panel.tsx')).LetterPanel })),
    },
  ],
})
