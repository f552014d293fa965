import { cleanBody } from '@peyvand/persian'
import { type Ctx, newId } from '@peyvand/platform/server'
import type { CreateReferral } from '../contract/index.ts'
import type { FoundReceiver } from './receivers.ts'
import type { ReferralFacts, ReferralRecord } from './referral-access.ts'
import type { NamedReferral } from './referral-views.ts'

/** A step as it is written and as it is shown: of a new one everything is known. */
export interface NewStep {
  row: ReferralFacts
  named: NamedReferral
  receiver: FoundReceiver
}

interface Of {
  activityId: string
  /** What is referred onward. */
  parent: ReferralRecord | null
  receiver: FoundReceiver
  confidential: boolean
}

export function newStep(
  ctx: Ctx,
  { action, note, deadline, urgency }: CreateReferral,
  { activityId, parent, receiver, confidential }: Of,
): NewStep {
  const id = newId()
  const { toUserId, toTeamId, name } = receiver
  const row: ReferralFacts = {
    tenantId: ctx.tenantId,
    id,
    activityId,
    parentId: parent?.id ?? null,
    rootId: parent?.rootId ?? id,
    fromUserId: ctx.actor.userId as string,
    toUserId,
    toTeamId,
    action,
    note: note && cleanBody(note),
    deadline: deadline && new Date(deadline).toISOString(),
    urgency,
    confidential,
    state: 'new',
    decision: null,
    answer: null,
    actedBy: null,
    receiverUnread: true,
    senderUnread: false,
    inBin: false,
    createdAt: ctx.now().toISOString(),
    seenAt: null,
    startedAt: null,
    answeredAt: null,
    returnedAt: null,
    closedAt: null,
  }
  const names = { toName: toUserId ? name : null, teamName: toTeamId ? name : null, actedByName: null }
  return { row, named: { ...row, ...names, fromName: ctx.actor.name }, receiver }
}
