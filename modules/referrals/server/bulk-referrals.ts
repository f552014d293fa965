import { AppError, type Ctx } from '@peyvand/platform/server'
import type { z } from 'zod'
import type { BulkReferrals, BulkReferralsAnswer } from '../contract/index.ts'
import { applyAction } from './act-on-referral.ts'
import { createReferrals } from './create-referrals.ts'
import { deskOf, isReceiver, type ReferralRecord, requireReferral } from './referral-access.ts'
import { tellOfReferrals } from './tell-of-referral.ts'

type Answer = z.output<typeof BulkReferralsAnswer>

/** Does one thing to many referrals; what does not fit one of them is refused there and done to the others. */
export async function bulkActOnReferrals(ctx: Ctx, { ids, action }: BulkReferrals): Promise<Answer> {
  const items: Answer['items'] = []
  const changed: ReferralRecord[] = []
  for (const id of new Set(ids)) {
    try {
      changed.push(...(await actOnOne(ctx, id, action)))
      items.push({ id, ok: true, code: null })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      // Everything is checked before the first write, so a refused item has left nothing behind.
      items.push({ id, ok: false, code: error.options.fields?.[0]?.code ?? error.code })
    }
  }
  await tellOfReferrals(ctx, changed)
  return { items }
}

async function actOnOne(ctx: Ctx, id: string, action: BulkReferrals['action']): Promise<ReferralRecord[]> {
  const desk = await deskOf(ctx)
  switch (action.type) {
    case 'refer': {
      const { type: _type, ...input } = action
      await createReferrals(ctx, { ...input, parentId: id, confidential: false, fileIds: [] })
      return []
    }
    case 'finish': {
      const row = await requireReferral(ctx, desk, { id, lock: true })
      const text = action.text === undefined ? {} : { text: action.text }
      return [await applyAction(ctx, desk, { row, input: { action: 'finish', ...text } })]
    }
    case 'markRead':
    case 'markUnread': {
      const row = await requireReferral(ctx, desk, { id, lock: true })
      const unread = action.type === 'markUnread'
      if (isReceiver(desk, row) && row.state === 'new' && !unread)
        return [await applyAction(ctx, desk, { row, input: { action: 'see' } })]
      const side = isReceiver(desk, row) ? { receiverUnread: unread } : { senderUnread: unread }
      if (!isReceiver(desk, row) && row.fromUserId !== desk.me)
        throw new AppError('forbidden', { status: 403 })
      return [await mark(ctx, id, side)]
    }
  }
}

const mark = (
  ctx: Ctx,
  id: string,
  side: { receiverUnread: boolean } | { senderUnread: boolean },
): Promise<ReferralRecord> =>
  ctx.db
    .updateTable('referrals')
    .set(side)
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
