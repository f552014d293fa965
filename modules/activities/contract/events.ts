import { defineEvent, Id } from '@peyvand/platform/contract'
import { z } from 'zod'
import { ActivityKind } from './kinds.ts'

const About = z.object({
  activityId: Id,
  kind: ActivityKind,
  ownerId: Id,
  partyIds: z.array(Id),
})

export const activityCreated = defineEvent('activities.activity.created', About)
export const activityUpdated = defineEvent('activities.activity.updated', About)
export const activityFinished = defineEvent(
  'activities.activity.finished',
  About.extend({ resultId: Id.nullable() }),
)
export const activityCancelled = defineEvent('activities.activity.cancelled', About)
export const activityReopened = defineEvent('activities.activity.reopened', About)
export const activityDeleted = defineEvent('activities.activity.deleted', About)
export const activityRestored = defineEvent('activities.activity.restored', About)
