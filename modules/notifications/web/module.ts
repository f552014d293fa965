import { defineWebModule } from '@peyvand/platform/web'
import { Bell } from 'lucide-react'
import { lazy } from 'react'

export const notificationsWeb = defineWebModule({
  name: 'notifications',
  routes: [
    {
      path: '/notifications',
      page: async () => (await import('./centre/notifications-page.tsx')).NotificationsPage,
    },
  ],
  commands: [
    { id: 'notifications.open', label: 'notifications.nav', icon: Bell, to: '/notifications' },
    {
      id: 'notifications.preferences',
      label: 'notifications.preferences',
      icon: Bell,
      to: '/profile?tab=notifications',
    },
  ],
  slots: [
    {
      slot: 'shell.bar',
      id: 'notifications',
      order: 10,
      component: lazy(async () => ({ default: (await import('./bell/bell.tsx')).Bell })),
    },
    {
      slot: 'identity.profile.tab',
      id: 'notifications',
      order: 10,
      label: 'notifications.nav',
      component: lazy(async () => ({
        default: (await import('./preferences/preferences-tab.tsx')).PreferencesTab,
      })),
    },
    {
      slot: 'activities.activity.actions',
      id: 'notifications',
      order: 90,
      component: lazy(async () => ({
        default: (await import('./reminders/remind-of-record.tsx')).RemindOfActivity,
      })),
    },
    {
      slot: 'parties.file.actions',
      id: 'notifications',
      order: 10,
      component: lazy(async () => ({
        default: (await import('./reminders/remind-of-record.tsx')).RemindOfParty,
      })),
    },
    {
      slot: 'referrals.worklist.item',
      id: 'notifications',
      order: 10,
      component: lazy(async () => ({
        default: (await import('./reminders/put-off-referral.tsx')).PutOffReferral,
      })),
    },
    {
      slot: 'referrals.referral.actions',
      id: 'notifications',
      order: 10,
      component: lazy(async () => ({
        default: (await import('./nudge/referral-actions.tsx')).ReferralActions,
      })),
    },
  ],
})
