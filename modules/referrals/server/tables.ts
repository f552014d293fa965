import type { Generated, GeneratedAlways } from 'kysely'
import type { AskedAction, Decision, ReferralState, Urgency } from '../contract/index.ts'

declare module '@peyvand/platform/tables' {
  interface Tables {
    referrals: ReferralsTable
  }
}

interface ReferralsTable {
  tenantId: number
  id: string
  activityId: string
  parentId: string | null
  /** The first referral of its tree: itself when it has no parent. */
  rootId: string
  fromUserId: string
  toUserId: string | null
  /** Stays when a member has taken it. */
  toTeamId: string | null
  /** The user, or the team as long as nobody has taken it. */
  receiverId: GeneratedAlways<string>
  action: AskedAction
  note: string | null
  deadline: string | null
  urgency: Urgency
  urgencyRank: GeneratedAlways<number>
  confidential: boolean
  state: ReferralState
  decision: Decision | null
  answer: string | null
  /** The deputy who acted in the receiver's place. */
  actedBy: string | null
  receiverUnread: Generated<boolean>
  /** News from the receiver that the referrer has not looked at. */
  senderUnread: Generated<boolean>
  /** Its activity is in the recycle bin: no worklist shows it. */
  inBin: Generated<boolean>
  createdAt: string
  seenAt: string | null
  startedAt: string | null
  answeredAt: string | null
  returnedAt: string | null
  closedAt: string | null
}
