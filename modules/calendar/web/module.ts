import { defineWebModule } from '@peyvand/platform/web'
import { lazyPart } from '@peyvand/ui'
import { CalendarCheck, CalendarDays } from 'lucide-react'
import { LaterMarks } from './later-marks.tsx'

const setting = {
  section: 'nav.settings',
  group: 'calendar.settings',
  permission: 'calendar.manage',
} as const

/** The calendar, and what the firm sets for it. */
export const calendarWeb = defineWebModule({
  name: 'calendar',
  routes: [
    {
      path: '/calendar',
      permission: 'activities.read',
      page: async () => (await import('./page/calendar-page.tsx')).CalendarPage,
    },
    {
      path: '/settings/holidays',
      permission: 'calendar.manage',
      page: async () => (await import('./settings/holidays-page.tsx')).HolidaysPage,
    },
    {
      path: '/settings/working-week',
      permission: 'calendar.manage',
      page: async () => (await import('./settings/working-week-page.tsx')).WorkingWeekPage,
    },
  ],
  navigation: [
    {
      section: 'nav.work',
      to: '/calendar',
      label: 'calendar.nav',
      icon: CalendarDays,
      permission: 'activities.read',
      order: 25,
      isOnPhoneBar: true,
    },
    {
      ...setting,
      to: '/settings/working-week',
      label: 'calendar.workingWeek',
      icon: CalendarCheck,
      order: 42,
    },
    { ...setting, to: '/settings/holidays', label: 'calendar.holidays', icon: CalendarDays, order: 44 },
  ],
  slots: [
    { slot: 'shell.overlay', id: 'calendar.holidays', order: 90, component: LaterMarks },
    {
      slot: 'identity.profile.tab',
      id: 'calendar',
      order: 20,
      label: 'calendar.profile',
      component: lazyPart(async () => (await import('./profile/calendar-tab.tsx')).CalendarTab),
    },
    {
      slot: 'activities.form.meeting',
      id: 'calendar.freeBusy',
      order: 10,
      component: lazyPart(async () => (await import('./meeting/free-busy-strip.tsx')).FreeBusyStrip),
    },
  ],
})
