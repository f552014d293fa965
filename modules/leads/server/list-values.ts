import type { CountedValue, ValueListDefinition } from '@peyvand/customization/server'
import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import './tables.ts'

/** Why leads come to nothing. */
export const unfitReasons: ValueListDefinition = {
  key: 'unfitReasons',
  fa: 'دلایل فاقد شرایط بودن سرنخ',
  en: 'Reasons why leads are unfit',
  values: [
    { key: 'noNeed', fa: 'نیازی ندارد', en: 'No need' },
    { key: 'noBudget', fa: 'بودجه ندارد', en: 'No budget' },
    { key: 'noAnswer', fa: 'پاسخ نمی‌دهد', en: 'No answer' },
    { key: 'wrongNumber', fa: 'شماره یا نشانی نادرست', en: 'Wrong number or address' },
    { key: 'outside', fa: 'بیرون از حوزهٔ کار ما', en: 'Outside what we do' },
    { key: 'competitor', fa: 'مشتری رقیب است', en: 'Bound to a competitor' },
    { key: 'spam', fa: 'هرزنامه یا آزمایشی', en: 'Spam or a test' },
  ],
}

const columns: Readonly<Record<string, readonly (readonly [table: string, column: string])[]>> = {
  sources: [
    ['leads', 'source_id'],
    ['lead_forms', 'source_id'],
    ['lead_source_costs', 'source_id'],
  ],
  unfitReasons: [['leads', 'unfit_reason_id']],
}

/** What names a value that became another names that one. */
export async function moveListValue(
  ctx: Ctx,
  { list, from, into }: { list: string; from: string; into: string },
): Promise<void> {
  for (const [table, column] of columns[list] ?? [])
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${into}::uuid
      where tenant_id = ${ctx.tenantId} and ${sql.ref(column)} = ${from}::uuid`.execute(ctx.db)
  if (list === 'sources')
    await sql`update lead_rules set source_ids = array_replace(source_ids, ${from}::uuid, ${into}::uuid)
      where tenant_id = ${ctx.tenantId} and ${from}::uuid = any(source_ids)`.execute(ctx.db)
}

/** How many leads have a value of their own. */
export async function countListValue(ctx: Ctx, { list, id, most }: CountedValue) {
  const column = columns[list]?.find(([table]) => table === 'leads')?.[1]
  if (!column) return null
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from
    (select from leads where tenant_id = ${ctx.tenantId} and ${sql.ref(column)} = ${id}::uuid limit ${most}) c`.execute(
    ctx.db,
  )
  return { record: 'leads', count: rows[0]?.count ?? 0 }
}
