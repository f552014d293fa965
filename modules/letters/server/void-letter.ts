import { cleanText } from '@peyvand/persian'
import { AppError, type Ctx, forbidden } from '@peyvand/platform/server'
import { type Letter, letterVoided, type VoidLetter } from '../contract/index.ts'
import { getLetter, requireLetter } from './letter-view.ts'
import './tables.ts'

/**
 * Declares a registered letter void («باطل»): its number stays taken and stands so in the book.
 * @throws AppError activities.notFound (404), forbidden (403), letters.notRegistered, letters.alreadyVoid (409)
 */
export async function voidLetter(ctx: Ctx, id: string, { reason }: VoidLetter): Promise<Letter> {
  const { subject, direction, can } = await requireLetter(ctx, id)
  if (!can.update) throw forbidden()
  const entry = await ctx.db
    .selectFrom('letterEntries')
    .select(['id', 'registryNo', 'voidedAt'])
    .where('tenantId', '=', ctx.tenantId)
    .where('activityId', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!entry) throw new AppError('letters.notRegistered', { status: 409 })
  if (entry.voidedAt !== null) throw new AppError('letters.alreadyVoid', { status: 409 })
  await ctx.db
    .updateTable('letterEntries')
    .set({
      voidedAt: ctx.now().toISOString(),
      voidedBy: ctx.actor.userId,
      voidReason: cleanText(reason),
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', entry.id)
    .execute()
  ctx.audit({
    action: 'void',
    record: 'activities',
    recordId: id,
    label: subject,
    changes: { registryNo: { from: entry.registryNo }, reason: { to: reason } },
  })
  ctx.emit(letterVoided, { activityId: id, direction, registryNo: entry.registryNo })
  ctx.live({ topic: 'activities', id })
  return getLetter(ctx, id)
}
