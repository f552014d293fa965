import type { Transitions } from '@peyvand/platform/contract'
import { z } from 'zod'

export const ActivityStatus = z.enum(['planned', 'inProgress', 'done', 'cancelled'])
export type ActivityStatus = z.infer<typeof ActivityStatus>

export const ActivityAction = z.enum(['start', 'postpone', 'finish', 'cancel', 'reopen'])
export type ActivityAction = z.infer<typeof ActivityAction>

/** What may follow what; statuses change in no other way. */
export const activityTransitions: Transitions<ActivityStatus, ActivityAction> = {
  planned: { start: 'inProgress', finish: 'done', cancel: 'cancelled' },
  inProgress: { finish: 'done', postpone: 'planned', cancel: 'cancelled' },
  done: { reopen: 'inProgress' },
  cancelled: { reopen: 'planned' },
}

export const openStatuses: readonly ActivityStatus[] = ['planned', 'inProgress']
