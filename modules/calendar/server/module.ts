import { defineModule } from '@peyvand/platform/server'
import { en } from '../contract/en.ts'
import { fa } from '../contract/fa.ts'
import { calendarPermissions } from '../contract/index.ts'
import { caldavRoundJob, syncCaldavJob, syncListeners } from './caldav/sync-jobs.ts'
import { calendarTables } from './migrations/20261122T1620-calendar.ts'
import { calendarRoutes } from './routes.ts'

export const calendarModule = defineModule({
  name: 'calendar',
  texts: { fa, en },
  permissions: calendarPermissions,
  errors: {
    'calendar.noLunarMonth': 404,
    'calendar.noFeed': 404,
    'calendar.noTime': 409,
    'calendar.notIcs': 400,
    'caldav.unreachable': 409,
    'caldav.wrongPassword': 409,
    'caldav.noCalendar': 409,
    'caldav.notConnected': 409,
    'caldav.tooManyGone': 409,
  },
  routes: calendarRoutes,
  migrations: [calendarTables],
  listeners: syncListeners,
  jobs: [syncCaldavJob, caldavRoundJob],
})
