import { historyRoutes } from '@peyvand/history/contract'
import { Activity } from './activities.ts'

export const {
  changes: activityChangesRoute,
  asOf: activityAsOfRoute,
  restore: restoreActivityFieldRoute,
} = historyRoutes({
  path: '/activities',
  name: 'an activity',
  read: 'activities.read',
  update: 'activities.update',
  record: Activity,
  errors: ['activities.notFound'],
})
