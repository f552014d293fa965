import { instantAt } from '@peyvand/persian'
import type { Actor, App, Ctx } from '@peyvand/platform/server'
import { actOnReferral, createReferrals } from '@peyvand/referrals/server'
import { actAs } from './act-as.ts'
import type { Random } from './random.ts'
import { answers, notes } from './words.ts'

export interface Referred {
  id: string
  receiver: Actor
  action: 'act' | 'approve' | 'inform'
}

/** Refers some of the activities to colleagues. */
export async function referSome(
  ctx: Ctx,
  random: Random,
  { people, activityIds }: { people: readonly Actor[]; activityIds: readonly string[] },
): Promise<Referred[]> {
  const others = people.filter(({ userId }) => userId !== ctx.actor.userId)
  const referred: Referred[] = []
  for (const activityId of activityIds) {
    if (!random.chance(0.1)) continue
    const receiver = random.pick(others)
    const action = random.weighted({ act: 6, inform: 3, approve: 1 })
    const days = random.between(2, 12)
    const created = await createReferrals(ctx, {
      activityId,
      to: [{ userId: receiver.userId as string }],
      action,
      note: random.pick(notes),
      deadline: random.chance(0.5) ? new Date(ctx.now().getTime() + days * 86_400_000).toISOString() : null,
      urgency: random.weighted({ normal: 8, urgent: 2, immediate: 1 }),
      confidential: random.chance(0.04),
      finishMine: false,
      fileIds: [],
    })
    referred.push(...created.map(({ id }) => ({ id, receiver, action })))
  }
  return referred
}

/** Receivers answer within the week; a few things stay open for ever, as in life. */
export async function answerMost(
  app: App,
  random: Random,
  { referred, at }: { referred: readonly Referred[]; at: string },
): Promise<void> {
  const answered = referred
    .filter(() => random.chance(0.9))
    .map((one) => ({ ...one, text: random.pick(answers) }))
  const receivers = [...new Set(answered.map((one) => one.receiver))]
  await Promise.all(
    receivers.map((receiver) => {
      const mine = answered.filter((one) => one.receiver === receiver)
      return actAs(app, {
        actor: receiver,
        at: new Date(instantAt(at, '11:00', receiver.firm.timeZone)),
        run: async (ctx) => {
          for (const { id, action, text } of mine)
            await actOnReferral(ctx, id, {
              action: action === 'inform' ? 'finish' : 'answer',
              text,
              ...(action === 'approve' ? { decision: 'approved' as const } : {}),
              fileIds: [],
            })
        },
      })
    }),
  )
}
