import type { Ctx } from '@peyvand/platform/server'

/** The values of lists as choices in the caller's language, archived ones included: list → choices in order. */
export async function valueOptions(
  ctx: Ctx,
  lists: readonly string[],
): Promise<Map<string, { value: string; label: string }[]>> {
  const rows = await ctx.db
    .selectFrom('listValues')
    .select(['id', 'list', 'labelFa', 'labelEn'])
    .where('tenantId', '=', ctx.tenantId)
    .where('list', 'in', lists)
    .where('mergedInto', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return new Map(
    lists.map((list) => [
      list,
      rows
        .filter((row) => row.list === list)
        .map(({ id, labelFa, labelEn }) => ({ value: id, label: ctx.locale === 'fa' ? labelFa : labelEn })),
    ]),
  )
}
