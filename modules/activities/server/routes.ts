import { listChanges, recordAsOf } from '@peyvand/history/server'
import { handle, type RouteHandler } from '@peyvand/platform/server'
import {
  activityAsOfRoute,
  activityChangesRoute,
  activityFieldsRoute,
  activityStatisticsRoute,
  bulkActivitiesRoute,
  createActivityRoute,
  deleteActivityRoute,
  getActivityRoute,
  homeRoute,
  listActivitiesRoute,
  makeOccurrenceRoute,
  rescheduleActivityRoute,
  respondToActivityRoute,
  restoreActivityFieldRoute,
  restoreActivityRoute,
  summarizeActivitiesRoute,
  tickChecklistItemRoute,
  transitionActivityRoute,
  updateActivityRoute,
} from '../contract/index.ts'
import { activityHistory, restoreActivityField } from './activity-history.ts'
import { activityFields, listActivities, summarizeActivities } from './activity-queries.ts'
import { getActivity } from './activity-views.ts'
import { bulkChangeActivities } from './bulk-activities.ts'
import { changeActivity, deleteOccurrences, makeOccurrence } from './change-occurrences.ts'
import { createActivity } from './create-activity.ts'
import { restoreActivity } from './delete-activity.ts'
import { homeOf } from './home.ts'
import { rescheduleActivity } from './reschedule-activity.ts'
import { activityStatistics } from './statistics.ts'
import { transitionActivity } from './transition-activity.ts'
import { respondToActivity, tickChecklistItem } from './update-activity.ts'

export const activityRoutes: readonly RouteHandler[] = [
  handle(listActivitiesRoute, (ctx, { query }) => listActivities(ctx, query)),
  handle(summarizeActivitiesRoute, (ctx, { query }) => summarizeActivities(ctx, query)),
  handle(activityFieldsRoute, (ctx) => activityFields(ctx)),
  handle(activityStatisticsRoute, (ctx, { query }) => activityStatistics(ctx, query)),
  handle(homeRoute, (ctx) => homeOf(ctx)),
  handle(createActivityRoute, (ctx, { body }) => createActivity(ctx, body)),
  handle(bulkActivitiesRoute, (ctx, { body }) => bulkChangeActivities(ctx, body)),
  handle(getActivityRoute, (ctx, { params }) => getActivity(ctx, params.id)),
  handle(activityChangesRoute, (ctx, { params, query }) =>
    listChanges(ctx, activityHistory, { ...params, ...query }),
  ),
  handle(activityAsOfRoute, (ctx, { params, query }) =>
    recordAsOf(ctx, activityHistory, { ...params, ...query }),
  ),
  handle(restoreActivityFieldRoute, (ctx, { params, body }) =>
    restoreActivityField(ctx, { ...params, ...body }),
  ),
  handle(updateActivityRoute, (ctx, { params, body }) => changeActivity(ctx, params.id, body)),
  handle(rescheduleActivityRoute, (ctx, { params, body }) => rescheduleActivity(ctx, params.id, body)),
  handle(makeOccurrenceRoute, (ctx, { params }) => makeOccurrence(ctx, params)),
  handle(transitionActivityRoute, (ctx, { params, body }) => transitionActivity(ctx, params.id, body)),
  handle(respondToActivityRoute, (ctx, { params, body }) => respondToActivity(ctx, params.id, body)),
  handle(tickChecklistItemRoute, (ctx, { params, body }) => tickChecklistItem(ctx, { ...params, ...body })),
  handle(deleteActivityRoute, (ctx, { params, query }) =>
    deleteOccurrences(ctx, params.id, query.occurrences),
  ),
  handle(restoreActivityRoute, (ctx, { params }) => restoreActivity(ctx, params.id)),
]
