import type { RouteCall } from '@peyvand/platform/contract'
import type { Option } from '@peyvand/ui'
import type { AskedAction, createReferralRoute, Receiver, Urgency } from '../../contract/index.ts'

/** What the form of a referral holds. */
export interface ReferValues {
  /** Users and teams; the id says which (`user:…`, `team:…`). */
  to: readonly Option[]
  action: AskedAction
  note: string
  /** Instant. */
  deadline: string | null
  urgency: Urgency
  confidential: boolean
  finishMine: boolean
}

export const emptyRefer: ReferValues = {
  to: [],
  action: 'act',
  note: '',
  deadline: null,
  urgency: 'normal',
  confidential: false,
  finishMine: false,
}

type Body = RouteCall<typeof createReferralRoute>['body']
type About = { activityId: string } | { activity: Body['activity'] } | { parentId: string }

/** What the form sends to refer an activity, also one recorded with it, or a referral onward. */
export const referBody = (values: ReferValues, about: About): Body => ({
  ...about,
  ...sharedBody(values),
  confidential: values.confidential,
})

/** What is the same for one and for many. */
export const sharedBody = ({ to, action, note, deadline, urgency, finishMine }: ReferValues) => ({
  to: to.map(({ id }) => receiverOf(id)),
  action,
  note: note.trim() || null,
  deadline,
  urgency,
  finishMine,
})

export const userKey = (id: string): string => `user:${id}`
export const teamKey = (id: string): string => `team:${id}`

const receiverOf = (key: string): Receiver =>
  key.startsWith('team:') ? { teamId: key.slice(5) } : { userId: key.slice(5) }
