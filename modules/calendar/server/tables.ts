import type { Json } from '@peyvand/platform/server'
import type { Generated } from 'kysely'
import type { HolidayKind, WorkingWeek } from '../contract/index.ts'

declare module '@peyvand/platform/tables' {
  interface Tables {
    workingWeeks: WorkingWeeksTable
    holidayYears: {
      tenantId: number
      year: number
      source: 'edited' | 'imported'
      version: Generated<number>
    }
    holidays: HolidaysTable
    calendarFeeds: CalendarFeedsTable
    calendarEvents: CalendarEventsTable
    caldavAccounts: CaldavAccountsTable
    caldavObjects: CaldavObjectsTable
  }
}

interface WorkingWeeksTable {
  tenantId: number
  days: Json<WorkingWeek['days']>
  periods: Json<WorkingWeek['periods']>
  version: number
}

interface HolidaysTable {
  tenantId: number
  /** The Jalali year in whose list it stands. */
  year: number
  key: string
  day: string
  titleFa: string
  titleEn: string
  kind: HolidayKind
  lunarYear: number | null
  lunarMonth: number | null
  provisional: boolean
}

interface CalendarFeedsTable {
  tenantId: number
  userId: string
  tokenHash: string
  createdAt: string
  lastReadAt: string | null
}

interface CaldavAccountsTable {
  tenantId: number
  userId: string
  url: string
  username: string
  /** Encrypted for the purpose `calendar.caldav`. */
  password: string
  calendarUrl: string
  calendarName: string
  state: 'active' | 'failing'
  /** The code of the last failure. */
  lastError: string | null
  lastSyncAt: string | null
  createdAt: string
}

interface CaldavObjectsTable {
  tenantId: number
  userId: string
  href: string
  etag: string
  /** The key of the calendar's item; for one of a series `<series>:<number>`, made or not. */
  itemKey: string
  /** Of what the server has, as Peyvand wrote or read it. */
  fingerprint: string
}

interface CalendarEventsTable {
  tenantId: number
  /** Given by the program that made the event. */
  uid: string
  activityId: string
  sequence: number
}
