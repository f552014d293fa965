import type { ActivityFormValues } from '@peyvand/activities/web'
import type { Waiting } from '@peyvand/platform/web'
import type { ReferValues } from './refer/refer-values.ts'

/** The kinds of what waits to be sent. */
export const actDraft = 'referrals.act'
export const recordDraft = 'referrals.record'

/** An activity and its referral, as the form of both needs them again. */
export interface RecordedAndReferred {
  activity: ActivityFormValues
  refer: ReferValues
}

/** The referral that a waiting act is about. */
export const referralOf = ({ call }: Waiting): string => (call['params'] as { id: string }).id
