import { defineEvent, Id } from '@peyvand/platform/contract'
import { z } from 'zod'
import { ActivityKind, ParticipantResponse } from './kinds.ts'

const About = z.object({
  activityId: Id,
  kind: ActivityKind,
  ownerId: Id,
  partyIds: z.array(Id),
})

export const activityCreated = defineEvent('activities.activity.created', About, {
  label: { fa: 'فعالیت ثبت شد', en: 'Activity created' },
  record: '/activities/:activityId',
})
export const activityUpdated = defineEvent('activities.activity.updated', About, {
  label: { fa: 'فعالیت ویرایش شد', en: 'Activity changed' },
  record: '/activities/:activityId',
})
export const activityFinished = defineEvent(
  'activities.activity.finished',
  About.extend({ resultId: Id.nullable() }),
  { label: { fa: 'فعالیت انجام شد', en: 'Activity finished' }, record: '/activities/:activityId' },
)
export const activityCancelled = defineEvent('activities.activity.cancelled', About, {
  label: { fa: 'فعالیت لغو شد', en: 'Activity cancelled' },
  record: '/activities/:activityId',
})
export const activityReopened = defineEvent('activities.activity.reopened', About, {
  label: { fa: 'فعالیت دوباره باز شد', en: 'Activity reopened' },
  record: '/activities/:activityId',
})
export const activityDeleted = defineEvent('activities.activity.deleted', About, {
  label: { fa: 'فعالیت به سطل بازیافت رفت', en: 'Activity moved to the bin' },
})
/** Somebody invited said whether they come. */
export const invitationAnswered = defineEvent(
  'activities.invitation.answered',
  z.object({ activityId: Id, ownerId: Id, userId: Id, response: ParticipantResponse }),
)
export const activityRestored = defineEvent('activities.activity.restored', About, {
  label: { fa: 'فعالیت از سطل بازیافت برگشت', en: 'Activity restored' },
  record: '/activities/:activityId',
})
