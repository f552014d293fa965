import { askHook, type Ctx, defineHook, notFound } from '@peyvand/platform/server'

/** Counting stops here: whether a value stands in ten thousand records or a million, it is in use. */
const most = 10_000

export interface CountedValue {
  list: string
  id: string
  /** For fields that keep the words and not the id. */
  labels: readonly string[]
  most: number
}

/** Modules count their records of a value, up to `most`; null where they keep none of the list. */
export const listValueCounted = defineHook<CountedValue, { record: string; count: number } | null>(
  'customization.listValueCounted',
)

/** In how many records of each type a value stands. @throws AppError notFound (404) */
export async function listValueUsage(
  ctx: Ctx,
  id: string,
): Promise<{ uses: { record: string; count: number }[] }> {
  const value = await ctx.db
    .selectFrom('listValues')
    .select(['list', 'labelFa', 'labelEn'])
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!value) throw notFound()
  const labels = [value.labelFa, value.labelEn]
  const counted = await askHook(ctx, listValueCounted, { list: value.list, id, labels, most })
  return {
    uses: counted.filter((use) => use !== null && use.count > 0) as { record: string; count: number }[],
  }
}
