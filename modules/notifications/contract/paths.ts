import type { Notification } from './notifications.ts'

/** The page of the staff app that a notification leads to. */
export function pathOf({ kind, subject }: Pick<Notification, 'kind' | 'subject'>): string {
  switch (subject?.type) {
    case 'activities':
      return `/activities/${subject.id}`
    case 'parties':
      return `/parties/${subject.id}`
    case 'documents':
      return `/documents/${subject.id}`
    case 'referrals':
      return `/worklists?list=${subject.worklist ?? 'referred-to-me'}&open=${subject.id}`
    case 'webhooks':
      return '/settings/webhooks'
    case 'day':
      return `/parties?filter=${encodeURIComponent(JSON.stringify(nextContactFilter(kind)))}`
    default:
      return '/notifications'
  }
}

const nextContactFilter = (kind: Notification['kind']) => ({
  field: 'nextContactOn',
  op: 'inPeriod',
  value: kind === 'nextContactToday' ? 'today' : 'past',
})
