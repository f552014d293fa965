import {
  defineRoute,
  Id,
  IdParams,
  ListDescription,
  ListQuery,
  ListSummary,
  listAnswer,
  OperationStarted,
  SummaryQuery,
} from '@peyvand/platform/contract'
import { z } from 'zod'
import {
  Activity,
  ActivityChange,
  ActivityRow,
  ActivityTransition,
  CreateActivity,
  Reschedule,
} from './activities.ts'
import { BulkActivities } from './bulk.ts'
import { Home } from './home.ts'
import { ActivityKind, ParticipantResponse } from './kinds.ts'
import { Statistics, StatisticsQuery } from './statistics.ts'
import { TargetParam } from './targets.ts'

export const listActivitiesRoute = defineRoute({
  method: 'GET',
  path: '/activities',
  summary: 'Activities of one kind or of all; `deleted` shows the recycle bin',
  permission: 'activities.read',
  query: ListQuery.extend({
    kind: ActivityKind.optional(),
    partyId: Id.optional(),
    /** About this record: `records:<id>`. */
    target: TargetParam.optional(),
    deleted: z.enum(['true', 'false']).default('false'),
  }),
  answer: listAnswer(ActivityRow),
})

export const summarizeActivitiesRoute = defineRoute({
  method: 'GET',
  path: '/activities/summary',
  summary: 'Counts and values over everything that a filter of the list matches, whole and by group',
  permission: 'activities.read',
  query: SummaryQuery.extend({
    kind: ActivityKind.optional(),
    partyId: Id.optional(),
    target: TargetParam.optional(),
  }),
  answer: ListSummary,
})

export const activityFieldsRoute = defineRoute({
  method: 'GET',
  path: '/activities/metadata',
  summary: 'Fields of the list with types, options and labels, own fields of the firm included',
  permission: 'activities.read',
  answer: ListDescription,
})

export const createActivityRoute = defineRoute({
  method: 'POST',
  path: '/activities',
  summary: 'Record or plan an activity, with its follow-up in the same request',
  permission: 'activities.create',
  body: CreateActivity,
  answer: Activity,
  status: 201,
  errors: ['activities.notFound', 'customFields.valueTaken'],
})

export const getActivityRoute = defineRoute({
  method: 'GET',
  path: '/activities/:id',
  summary: 'One activity with its particulars',
  permission: 'activities.read',
  params: IdParams,
  answer: Activity,
  errors: ['activities.notFound'],
})

export const updateActivityRoute = defineRoute({
  method: 'PATCH',
  path: '/activities/:id',
  summary: 'Change an activity',
  permission: 'activities.update',
  params: IdParams,
  body: ActivityChange,
  answer: Activity,
  errors: ['activities.notFound', 'activities.letterFixed', 'customFields.valueTaken'],
})

export const rescheduleActivityRoute = defineRoute({
  method: 'POST',
  path: '/activities/:id/reschedule',
  summary: 'Move an open activity to another time or make it longer or shorter',
  permission: 'activities.update',
  params: IdParams,
  body: Reschedule,
  answer: Activity,
  errors: ['activities.notFound', 'activities.notOpen'],
})

export const makeOccurrenceRoute = defineRoute({
  method: 'PUT',
  path: '/activities/:id/occurrences/:number',
  summary:
    'Make an occurrence of a series ahead of its time, so that it can be changed or called off by itself',
  permission: 'activities.update',
  params: z.object({ id: Id, number: z.coerce.number().int().min(1) }),
  answer: Activity,
  errors: ['activities.notFound', 'activities.noSuchOccurrence', 'activities.occurrenceTaken'],
})

export const transitionActivityRoute = defineRoute({
  method: 'POST',
  path: '/activities/:id/transitions',
  summary: 'Start, postpone, finish, cancel or reopen',
  permission: 'activities.update',
  params: IdParams,
  body: ActivityTransition,
  answer: Activity,
  errors: ['activities.notFound', 'transition.notAllowed', 'customFields.valueTaken'],
})

export const respondToActivityRoute = defineRoute({
  method: 'POST',
  path: '/activities/:id/response',
  summary: 'Answer an invitation, for oneself',
  permission: 'activities.read',
  params: IdParams,
  body: z.object({ response: ParticipantResponse }),
  answer: Activity,
  errors: ['activities.notFound', 'activities.notInvited'],
})

export const tickChecklistItemRoute = defineRoute({
  method: 'PUT',
  path: '/activities/:id/checklist/:itemId',
  summary: 'Tick or untick one item of a task',
  permission: 'activities.update',
  params: z.object({ id: Id, itemId: Id }),
  body: z.object({ done: z.boolean() }),
  answer: Activity,
  errors: ['activities.notFound'],
})

export const deleteActivityRoute = defineRoute({
  method: 'DELETE',
  path: '/activities/:id',
  summary: 'Put into the recycle bin',
  permission: 'activities.delete',
  params: IdParams,
  query: z.object({ occurrences: z.enum(['this', 'following']).default('following') }).prefault({}),
  answer: 'none',
  errors: ['activities.notFound'],
})

export const restoreActivityRoute = defineRoute({
  method: 'POST',
  path: '/activities/:id/restore',
  summary: 'Bring back from the recycle bin',
  permission: 'activities.delete',
  params: IdParams,
  answer: Activity,
  errors: ['activities.notFound'],
})

export const bulkActivitiesRoute = defineRoute({
  method: 'POST',
  path: '/activities/bulk',
  summary: 'Finish, reassign, tag or delete many; goes on as an operation that can be undone',
  permission: 'activities.massUpdate',
  body: BulkActivities,
  answer: OperationStarted,
  status: 202,
})

export const activityStatisticsRoute = defineRoute({
  method: 'GET',
  path: '/activities/statistics',
  summary: 'Counts by status and result, per kind, customer or owner',
  permission: 'activities.read',
  query: StatisticsQuery,
  answer: Statistics,
})

export const homeRoute = defineRoute({
  method: 'GET',
  path: '/home',
  summary: 'My day: due today, overdue, coming, and my numbers of this Jalali week beside the last',
  permission: 'activities.read',
  answer: Home,
})
