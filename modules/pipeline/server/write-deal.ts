import type { CustomValues } from '@peyvand/platform/contract'
import {
  type Ctx,
  json,
  mergeCustomValues,
  readCustomValues,
  writeCustomSides,
} from '@peyvand/platform/server'
import type { StoredDeal } from './deal-access.ts'
import { bodyOf, dealSearch, lineOf } from './deal-input.ts'
import { namesOfParties } from './deal-texts.ts'

export type DealValues = { [K in keyof StoredDeal]?: StoredDeal[K] | undefined } & {
  custom?: CustomValues
}

/** Writes columns and own fields of a locked deal; answers it as it is then. */
export async function writeDeal(
  ctx: Ctx,
  before: StoredDeal,
  { custom = {}, ...given }: DealValues,
): Promise<StoredDeal> {
  const merged = mergeCustomValues(readCustomValues(before.custom), custom)
  const next: StoredDeal = { ...before, ...withoutUndefined(given), custom: merged as StoredDeal['custom'] }
  const title = lineOf(next.title)
  const party = (await namesOfParties(ctx, [next.partyId])).get(next.partyId) ?? ''
  const after: StoredDeal = {
    ...next,
    title,
    description: bodyOf(next.description),
    search: dealSearch({ number: next.number, title, party }),
    updatedAt: ctx.now().toISOString(),
    updatedBy: ctx.actor.userId,
    version: before.version + 1,
  }
  const { tenantId, id, custom: _, ...columns } = after
  await ctx.db
    .updateTable('deals')
    .set({ ...columns, custom: json(merged) })
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .execute()
  if (Object.keys(custom).length > 0) await writeCustomSides(ctx, 'deals', id, custom)
  return after
}

const withoutUndefined = (values: DealValues) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<StoredDeal>
