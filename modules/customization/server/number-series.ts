import { NumberPattern, type NumberSeries, type NumberSeriesChange } from '@peyvand/customization/contract'
import { fiscalYearOf, localDate } from '@peyvand/persian'
import {
  AppError,
  type Ctx,
  changesBetween,
  formatNumber,
  newId,
  nextNumbers,
  notFound,
  requireVersion,
  type Tables,
} from '@peyvand/platform/server'
import type { Selectable } from 'kysely'

type SeriesRow = Selectable<Tables['numberSeries']>

/** Registers a series, e.g. of a new party group; one of this key stays as it is. The key never changes. */
export async function defineSeries(
  ctx: Ctx,
  {
    key,
    labelFa,
    labelEn,
    pattern,
    perYear = false,
  }: { key: string; labelFa: string; labelEn: string; pattern: string; perYear?: boolean },
): Promise<void> {
  NumberPattern.parse(pattern)
  await ctx.db
    .insertInto('numberSeries')
    .values({ tenantId: ctx.tenantId, id: newId(), key, labelFa, labelEn, pattern, perYear })
    .onConflict((oc) => oc.doNothing())
    .execute()
}

/** The next number of a series as written (`C-00042`): without gaps, never again. */
export async function nextInSeries(ctx: Ctx, key: string): Promise<string> {
  const [number] = await manyInSeries(ctx, key, 1)
  return number as string
}

/** An issued number with its parts, for records that keep books of numbers. `period` is the fiscal year, or empty. */
export interface IssuedNumber {
  number: number
  period: string
  text: string
}

/**
 * The next number of a series with its parts; the same rules as `nextInSeries`. A series that starts again every year
 * counts in the fiscal year given, else in today's.
 */
export async function issueNumber(ctx: Ctx, key: string, fiscalYear?: number): Promise<IssuedNumber> {
  const series = await seriesByKey(ctx, key)
  const period = fiscalYear !== undefined && series.perYear ? String(fiscalYear) : periodOf(ctx, series)
  const [number] = await nextNumbers(ctx, key, 1, period)
  return { number: number as number, period, text: formatNumber(series.pattern, number as number, period) }
}

/** The series of these keys as administrators see them, by key. */
export async function seriesByKeys(ctx: Ctx, keys: readonly string[]): Promise<Map<string, NumberSeries>> {
  const all = await listNumberSeries(ctx)
  return new Map(all.filter(({ key }) => keys.includes(key)).map((series) => [series.key, series]))
}

/** `count` numbers in a row, for bulk work. */
export async function manyInSeries(ctx: Ctx, key: string, count: number): Promise<string[]> {
  const series = await seriesByKey(ctx, key)
  const period = periodOf(ctx, series)
  const numbers = await nextNumbers(ctx, key, count, period)
  return numbers.map((number) => formatNumber(series.pattern, number, period))
}

/** `count` numbers in a row that no record has yet: those that records brought with them are passed over. */
export async function freeInSeries(
  ctx: Ctx,
  key: string,
  { count, taken }: { count: number; taken(numbers: readonly string[]): Promise<readonly string[]> },
): Promise<string[]> {
  const free: string[] = []
  while (free.length < count) {
    const next = await manyInSeries(ctx, key, count - free.length)
    const used = new Set(await taken(next))
    free.push(...next.filter((number) => !used.has(number)))
  }
  return free
}

export async function listNumberSeries(ctx: Ctx): Promise<NumberSeries[]> {
  const rows = await ctx.db
    .selectFrom('numberSeries')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .orderBy('key')
    .execute()
  return Promise.all(rows.map((row) => view(ctx, row)))
}

/** @throws AppError customization.numberUsed (409), customization.patternNeedsYear (400) */
export async function updateNumberSeries(
  ctx: Ctx,
  id: string,
  change: NumberSeriesChange,
): Promise<NumberSeries> {
  const before = await loadSeries(ctx, id)
  requireVersion(before, change.version, await view(ctx, before))
  const {
    labelFa = before.labelFa,
    labelEn = before.labelEn,
    pattern = before.pattern,
    perYear = before.perYear,
  } = change
  if (perYear && !pattern.includes('{y}')) {
    throw new AppError('badInput', {
      status: 400,
      fields: [{ path: 'pattern', code: 'customization.patternNeedsYear', params: { year: '{y}' } }],
    })
  }
  const after = await ctx.db
    .updateTable('numberSeries')
    .set({ labelFa, labelEn, pattern, perYear, version: before.version + 1 })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  if (change.nextNumber !== undefined) await continueFrom(ctx, after, change.nextNumber)
  ctx.audit({
    action: 'update',
    record: 'numberSeries',
    recordId: id,
    label: before.key,
    changes: {
      ...changesBetween(before, after),
      ...(change.nextNumber === undefined ? {} : { nextNumber: { to: change.nextNumber } }),
    },
  })
  return view(ctx, after)
}

async function continueFrom(ctx: Ctx, series: SeriesRow, nextNumber: number): Promise<void> {
  const counter = { tenantId: ctx.tenantId, series: series.key, period: periodOf(ctx, series) }
  const moved = await ctx.db
    .insertInto('numberCounters')
    .values({ ...counter, value: String(nextNumber - 1) })
    .onConflict((oc) =>
      oc
        .columns(['tenantId', 'series', 'period'])
        .doUpdateSet({ value: String(nextNumber - 1) })
        .where('numberCounters.value', '<', String(nextNumber)),
    )
    .returning('value')
    .executeTakeFirst()
  if (moved) return
  const last = await lastNumber(ctx, series)
  throw new AppError('badInput', {
    status: 409,
    fields: [{ path: 'nextNumber', code: 'customization.numberUsed', params: { last } }],
  })
}

async function lastNumber(ctx: Ctx, series: SeriesRow): Promise<number> {
  const row = await ctx.db
    .selectFrom('numberCounters')
    .select('value')
    .where('tenantId', '=', ctx.tenantId)
    .where('series', '=', series.key)
    .where('period', '=', periodOf(ctx, series))
    .executeTakeFirst()
  return Number(row?.value ?? 0)
}

const periodOf = (ctx: Ctx, { perYear }: SeriesRow): string =>
  perYear ? String(fiscalYearOf(localDate(ctx.now(), ctx.timeZone))) : ''

async function seriesByKey(ctx: Ctx, key: string): Promise<SeriesRow> {
  return ctx.db
    .selectFrom('numberSeries')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
}

async function loadSeries(ctx: Ctx, id: string): Promise<SeriesRow> {
  const row = await ctx.db
    .selectFrom('numberSeries')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

async function view(ctx: Ctx, row: SeriesRow): Promise<NumberSeries> {
  const next = (await lastNumber(ctx, row)) + 1
  return { ...row, preview: formatNumber(row.pattern, next, periodOf(ctx, row)) }
}
