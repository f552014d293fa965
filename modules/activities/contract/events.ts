import { defineEvent, Id } from '@peyvand/platform/contract'
import { z } from 'zod'
import { ActivityKind, ParticipantResponse } from './kinds.ts'

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
/** Somebody invited said whether they come. */
export const invitationAnswered = defineEvent(
  'activities.invitation.answered',
  z.object({ activityId: Id, ownerId: Id, userId: Id, response: ParticipantResponse }),
)
export const activityRestored = defineEvent('activities.activity.restored', About)
