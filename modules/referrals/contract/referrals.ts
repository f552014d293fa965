import { ActivityLink, ActivityParty, ActivityTarget, CreateActivity } from '@peyvand/activities/contract'
import { FileRef } from '@peyvand/files/contract'
import { Id, Instant, issue, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'
import { ReferralAction, ReferralState } from './states.ts'

/** What is asked: جهت اقدام، جهت تأیید، جهت اطلاع. */
export const AskedAction = z.enum(['act', 'approve', 'inform'])
export type AskedAction = z.infer<typeof AskedAction>

export const Urgency = z.enum(['normal', 'urgent', 'immediate'])
export type Urgency = z.infer<typeof Urgency>

/** The receiver's word on what was referred for approval. */
export const Decision = z.enum(['approved', 'refused'])
export type Decision = z.infer<typeof Decision>

/** A user, or a team whose first member to take it gets it. */
export const Receiver = z.union([z.strictObject({ userId: Id }), z.strictObject({ teamId: Id })])
export type Receiver = z.infer<typeof Receiver>

const Text = z.string().trim().max(10_000)

const common = {
  to: z.array(Receiver).min(1).max(100),
  action: AskedAction.default('act'),
  /** هامش */
  note: Text.nullable().default(null),
  deadline: Instant.nullable().default(null),
  urgency: Urgency.default('normal'),
  /** Nobody outside the chain sees it, whatever their rights. A referral onward of such a one is always so too. */
  confidential: z.boolean().default(false),
}

export const CreateReferral = z
  .object({
    ...common,
    /** What is referred: this, or `activity`, or `parentId`. */
    activityId: Id.optional(),
    /** An activity that is recorded and referred in one step: both or neither. */
    activity: CreateActivity.optional(),
    /** The referral that is referred onward. */
    parentId: Id.optional(),
    /** Onward: also end one's own part; otherwise it stays in progress until the answers are in. */
    finishMine: z.boolean().default(false),
    fileIds: z.array(Id).max(20).default([]),
  })
  .superRefine(({ activityId, activity, parentId }, ctx) => {
    if ([activityId, activity, parentId].filter((one) => one !== undefined).length !== 1)
      ctx.addIssue(issue('referrals.activityOrParent', ['activityId']))
  })
export type CreateReferral = z.output<typeof CreateReferral>

export const ActOnReferral = z.object({
  action: ReferralAction,
  /** The answer, or why it goes back; needed for `answer`, `return` and `reject`. */
  text: Text.min(1).optional(),
  /** Needed with `answer` where approval was asked. */
  decision: Decision.optional(),
  fileIds: z.array(Id).max(20).default([]),
})
export type ActOnReferral = z.output<typeof ActOnReferral>

/** One step of the tree. */
export const Referral = z.object({
  id: Id,
  activityId: Id,
  parentId: Id.nullable(),
  rootId: Id,
  from: Ref,
  /** Null while a team's referral is not taken. */
  to: Ref.nullable(),
  team: Ref.nullable(),
  action: AskedAction,
  note: z.string().nullable(),
  deadline: z.string().nullable(),
  overdue: z.boolean(),
  urgency: Urgency,
  confidential: z.boolean(),
  state: ReferralState,
  decision: Decision.nullable(),
  /** The answer, or why it was returned or rejected. */
  answer: z.string().nullable(),
  /** The deputy who acted in the receiver's place. */
  actedBy: Ref.nullable(),
  createdAt: z.string(),
  seenAt: z.string().nullable(),
  startedAt: z.string().nullable(),
  answeredAt: z.string().nullable(),
  returnedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  files: z.array(FileRef),
})
export type Referral = z.infer<typeof Referral>

/** What is referred: the activity, whom and what it concerns. */
export const ReferredActivity = ActivityLink.extend({
  parties: z.array(ActivityParty),
  /** Those that I may see. */
  targets: z.array(ActivityTarget),
})

/** A referral in lists. */
export const ReferralRow = Referral.omit({ files: true }).extend({ activity: ReferredActivity })
export type ReferralRow = z.infer<typeof ReferralRow>

export const ReferralFile = Referral.extend({
  activity: ReferredActivity,
  /** Every step of the activity's referrals that the caller may see, parents before children, by time. */
  chain: z.array(Referral),
  can: z.object({
    /** Refer onward. */
    refer: z.boolean(),
    actions: z.array(ReferralAction),
  }),
  /** The absent colleague whose deputy the caller is here. */
  onBehalfOf: Ref.nullable(),
})
export type ReferralFile = z.infer<typeof ReferralFile>
