import { type Ctx, forgetCustomFields } from '@peyvand/platform/server'
import { sql } from 'kysely'

/** Conditions of own fields that ask for a value of a list ask for the one into which it was merged. */
export async function moveConditionValue(
  ctx: Ctx,
  { from, into }: { list: string; from: string; into: string },
): Promise<void> {
  const { rows } = await sql<{ record: string }>`
    update custom_fields set show_when = replace(show_when::text, ${from}, ${into})::jsonb, version = version + 1
    where tenant_id = ${ctx.tenantId} and show_when::text like ${`%"${from}"%`}
    returning record`.execute(ctx.db)
  for (const { record } of rows) forgetCustomFields(ctx, record)
}

/** How many conditions ask for a value of a list. */
export async function countConditions(
  ctx: Ctx,
  { id }: { id: string },
): Promise<{ record: string; count: number }> {
  const { count } = await ctx.db
    .selectFrom('customFields')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('tenantId', '=', ctx.tenantId)
    .where('archivedAt', 'is', null)
    .where(sql<boolean>`show_when::text like ${`%"${id}"%`}`)
    .executeTakeFirstOrThrow()
  return { record: 'customFields', count }
}
