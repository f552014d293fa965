import type { Ctx } from '@peyvand/platform/server'
import './tables.ts'

const columns = { industries: 'industryId', sources: 'leadSourceId', customerLevels: 'levelId' } as const

/** Records of a value that was merged into another go over to that one. */
export async function moveListValue(
  ctx: Ctx,
  { list, from, into }: { list: string; from: string; into: string },
): Promise<void> {
  const column = columns[list as keyof typeof columns]
  if (!column) return
  await ctx.db
    .updateTable('parties')
    .set({ [column]: into })
    .where('tenantId', '=', ctx.tenantId)
    .where(column, '=', from)
    .execute()
}
