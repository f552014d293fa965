import { sql } from 'kysely'
import type { Ctx } from './ctx.ts'

/**
 * The next number of a series in a period (a fiscal year, or `''` for series that never start again).
 * The counter row stays locked until the transaction ends: numbers have no gaps and never repeat.
 */
export async function nextNumber(ctx: Ctx, series: string, period = ''): Promise<number> {
  const [number] = await nextNumbers(ctx, series, 1, period)
  return number as number
}

/** `count` numbers in a row, for bulk work. */
export async function nextNumbers(ctx: Ctx, series: string, count: number, period = ''): Promise<number[]> {
  if (count === 0) return []
  const { value } = await ctx.db
    .insertInto('numberCounters')
    .values({ tenantId: ctx.tenantId, series, period, value: String(count) })
    .onConflict((oc) =>
      oc
        .columns(['tenantId', 'series', 'period'])
        .doUpdateSet({ value: sql`number_counters.value + ${count}` }),
    )
    .returning('value')
    .executeTakeFirstOrThrow()
  const last = Number(value)
  return Array.from({ length: count }, (_, index) => last - count + 1 + index)
}

/** Puts a number into a pattern such as `C-{n:5}` → `C-00042`; `{y}` is the period. */
export function formatNumber(pattern: string, number: number, period = ''): string {
  return pattern
    .replace(/\{n(?::(\d+))?\}/, (_, width?: string) => String(number).padStart(Number(width ?? 1), '0'))
    .replace('{y}', period)
}
