import { AppError, type Ctx } from '@peyvand/platform/server'
import type { KindRow } from './record-kinds.ts'
import './tables.ts'

/** The number series of a kind. */
export const seriesOf = (kind: string): string => `records.${kind}`

/** @throws AppError records.numberTaken (409) at `number` */
export async function requireFreeNumber(
  ctx: Ctx,
  kind: KindRow,
  number: string,
  recordId: string | null = null,
): Promise<void> {
  const taken = await ctx.db
    .selectFrom('records')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('kindId', '=', kind.id)
    .where('number', '=', number)
    .where('id', 'is distinct from', recordId)
    .executeTakeFirst()
  if (taken) throw numberTaken()
}

export const numberTaken = () =>
  new AppError('records.numberTaken', {
    status: 409,
    fields: [{ path: 'number', code: 'records.numberTaken' }],
  })
