import { AppError, type Ctx, customFieldsOf, refuseDependents } from '@peyvand/platform/server'
import { type KindState, recordTypeOf } from '../contract/index.ts'
import type { KindRow } from './record-kinds.ts'

/** What conditions of own fields call the state of a record. */
export const stateField = 'record.state'

/** A state that records are in stays. @throws AppError records.stateInUse (409) */
export async function requireStatesUnused(
  ctx: Ctx,
  kind: KindRow,
  kept: readonly KindState[],
): Promise<void> {
  const keys = new Set(kept.map(({ key }) => key))
  const removed = kind.states.filter(({ key }) => !keys.has(key))
  if (removed.length === 0) return
  const used = await ctx.db
    .selectFrom('records')
    .select('state')
    .where('tenantId', '=', ctx.tenantId)
    .where('kindId', '=', kind.id)
    .where(
      'state',
      'in',
      removed.map(({ key }) => key),
    )
    .limit(1)
    .executeTakeFirst()
  const state = removed.find(({ key }) => key === used?.state)
  if (!state) return
  throw new AppError('records.stateInUse', {
    status: 409,
    params: { state: ctx.locale === 'fa' ? state.labelFa : state.labelEn },
  })
}

/** A state that a condition asks for stays. @throws AppError customFields.usedByCondition (409) */
export async function requireStatesUnasked(
  ctx: Ctx,
  kind: Pick<KindRow, 'key' | 'states'>,
  kept: readonly KindState[],
): Promise<void> {
  const fields = await customFieldsOf(ctx, recordTypeOf(kind.key))
  for (const { key } of kind.states)
    if (!kept.some((state) => state.key === key))
      refuseDependents(ctx.locale, { key: stateField }, fields, key)
}
