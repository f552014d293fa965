import { defineModule } from '@peyvand/platform/server'
import { en } from '../contract/en.ts'
import { fa } from '../contract/fa.ts'
import { calendarPermissions } from '../contract/index.ts'
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
  },
  routes: calendarRoutes,
  migrations: [calendarTables],
})
