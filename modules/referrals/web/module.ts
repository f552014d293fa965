import { defineWebModule } from '@peyvand/platform/web'
import { Forward, Inbox } from 'lucide-react'
import { lazy } from 'react'
import { useUnreadCount } from './use-unread-count.ts'

const permission = 'referrals.read'

export const referralsWeb = defineWebModule({
  name: 'referrals',
  routes: [
    {
      path: '/worklists',
      permission,
      page: async () => (await import('./worklist/worklist-page.tsx')).WorklistPage,
    },
  ],
  navigation: [
    {
      section: 'nav.work',
      to: '/worklists',
      label: 'referrals.nav',
      icon: Inbox,
      permission,
      order: 20,
      isOnPhoneBar: true,
      useCount: useUnreadCount,
    },
  ],
  offline: async () => (await import('./offline.ts')).referralsOffline,
  slots: [
    {
      slot: 'parties.timeline.type',
      id: 'referral',
      order: 30,
      label: 'referrals.referral',
      component: Forward,
    },
    {
      slot: 'parties.timeline.item',
      id: 'referrals',
      order: 20,
      component: lazy(async () => ({
        default: (await import('./party/timeline-item.tsx')).ReferralTimelineItem,
      })),
    },
    {
      slot: 'activities.composer',
      id: 'referrals',
      order: 10,
      permission: 'referrals.create',
      component: lazy(async () => ({ default: (await import('./refer/refer-section.tsx')).ReferSection })),
    },
    {
      slot: 'activities.activity.actions',
      id: 'referrals',
      order: 10,
      permission: 'referrals.create',
      component: lazy(async () => ({ default: (await import('./activity/refer-button.tsx')).ReferButton })),
    },
    {
      slot: 'activities.activity',
      id: 'referrals',
      order: 10,
      permission,
      component: lazy(async () => ({
        default: (await import('./activity/activity-chain.tsx')).ActivityChain,
      })),
    },
    {
      slot: 'home.side',
      id: 'referrals',
      order: 10,
      permission,
      component: lazy(async () => ({ default: (await import('./home/worklist-card.tsx')).WorklistCard })),
    },
  ],
})
