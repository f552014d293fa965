import { activeUser } from '@peyvand/identity/server'
import { type Ctx, may } from '@peyvand/platform/server'
import { CreateReferral } from '@peyvand/referrals/contract'
import { createReferrals } from '@peyvand/referrals/server'
import type { Letter, LetterPerson } from '../contract/index.ts'

/** Puts a letter into the worklists of the colleagues it goes to: for action, or copies for information. */
export async function deliverInside(
  ctx: Ctx,
  { id, recipients, copies, urgency }: Pick<Letter, 'id' | 'recipients' | 'copies' | 'urgency'>,
): Promise<void> {
  if (!may(ctx.actor, 'referrals.create')) return
  const told = new Set<string | null>([ctx.actor.userId])
  for (const [action, people] of [
    ['act', recipients],
    ['inform', copies],
  ] as const) {
    for (const { userId, reason } of await colleagues(ctx, people)) {
      if (told.has(userId)) continue
      told.add(userId)
      await createReferrals(
        ctx,
        CreateReferral.parse({ activityId: id, to: [{ userId }], action, note: reason || null, urgency }),
      )
    }
  }
}

async function colleagues(ctx: Ctx, people: readonly LetterPerson[]) {
  const active: { userId: string; reason: string }[] = []
  for (const { userId, reason } of people)
    if (userId && (await activeUser(ctx, userId))) active.push({ userId, reason })
  return active
}
