import { Id } from '@peyvand/platform/contract'
import { z } from 'zod'
import { AskedAction, Receiver, Urgency } from './referrals.ts'

export const BulkReferrals = z.object({
  ids: z.array(Id).min(1).max(200),
  action: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('finish'), text: z.string().trim().min(1).max(10_000).optional() }),
    z.strictObject({
      type: z.literal('refer'),
      to: z.array(Receiver).min(1).max(100),
      action: AskedAction.default('act'),
      note: z.string().trim().max(10_000).nullable().default(null),
      deadline: z.iso.datetime({ offset: true }).nullable().default(null),
      urgency: Urgency.default('normal'),
      finishMine: z.boolean().default(false),
    }),
    z.strictObject({ type: z.literal('markRead') }),
    z.strictObject({ type: z.literal('markUnread') }),
  ]),
})
export type BulkReferrals = z.output<typeof BulkReferrals>

/** Each item stands for itself: what does not fit is refused with its code, the others are done. */
export const BulkReferralsAnswer = z.object({
  items: z.array(z.object({ id: Id, ok: z.boolean(), code: z.string().nullable() })),
})
