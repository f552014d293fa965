import { addDays, toJalali } from '@peyvand/persian'
import { badField, type Ctx, newId, notFound } from '@peyvand/platform/server'
import type { Holiday, HolidayInput, HolidayYear, ImportHolidays } from '../contract/index.ts'
import { builtInHolidays } from './built-in-holidays.ts'
import './tables.ts'

/** A Jalali year's holidays as the firm has them: its own list once it changed one, else the program's. */
export async function holidayYear(ctx: Ctx, year: number): Promise<HolidayYear> {
  const own = await ctx.db
    .selectFrom('holidayYears')
    .select(['source', 'version'])
    .where('tenantId', '=', ctx.tenantId)
    .where('year', '=', year)
    .executeTakeFirst()
  if (!own) return { year, source: 'builtIn', version: 0, items: builtInHolidays(year) }
  const items: Holiday[] = await ctx.db
    .selectFrom('holidays')
    .select(['key', 'day', 'titleFa', 'titleEn', 'kind', 'lunarYear', 'lunarMonth', 'provisional'])
    .where('tenantId', '=', ctx.tenantId)
    .where('year', '=', year)
    .orderBy('day')
    .orderBy('key')
    .execute()
  return { year, ...own, items }
}

/** @throws AppError badInput (400) at `day` when it is of another year or has that holiday already */
export function addHoliday(ctx: Ctx, year: number, input: HolidayInput): Promise<HolidayYear> {
  return changeYear(ctx, year, (items) => [...items, fromInput(year, items, input)])
}

/** @throws AppError notFound (404); badInput (400) at `day` */
export function updateHoliday(
  ctx: Ctx,
  { year, key }: { year: number; key: string },
  input: HolidayInput,
): Promise<HolidayYear> {
  return changeYear(ctx, year, (items) => {
    const before = requireHoliday(items, key)
    const others = items.filter((one) => one !== before)
    const after = { ...fromInput(year, others, input), key, provisional: false }
    const isLunar = input.kind === 'lunar'
    return [
      ...others,
      {
        ...after,
        lunarYear: isLunar ? before.lunarYear : null,
        lunarMonth: isLunar ? before.lunarMonth : null,
      },
    ]
  })
}

/** @throws AppError notFound (404) */
export function removeHoliday(ctx: Ctx, { year, key }: { year: number; key: string }): Promise<HolidayYear> {
  return changeYear(ctx, year, (items) => {
    const gone = requireHoliday(items, key)
    return items.filter((one) => one !== gone)
  })
}

/** The month began a day earlier or later than was calculated; now it is sure. @throws AppError calendar.noLunarMonth */
export function shiftLunarMonth(
  ctx: Ctx,
  year: number,
  { lunarYear, lunarMonth, days }: { lunarYear: number; lunarMonth: number; days: number },
): Promise<HolidayYear> {
  return changeYear(ctx, year, (items) => {
    const isMoved = (one: Holiday) => one.lunarYear === lunarYear && one.lunarMonth === lunarMonth
    if (!items.some(isMoved)) throw notFound('calendar.noLunarMonth')
    return items.map((one) =>
      isMoved(one) ? { ...one, day: addDays(one.day, days), provisional: false } : one,
    )
  })
}

/** Replaces the year's list. @throws AppError badInput (400) at `items.<index>.day` */
export async function importHolidays(
  ctx: Ctx,
  year: number,
  { items }: ImportHolidays,
): Promise<HolidayYear> {
  const given: Holiday[] = []
  for (const [index, item] of items.entries()) {
    const { lunarYear, lunarMonth, provisional } = item
    const holiday = fromInput(year, given, item, `items.${index}.day`)
    given.push({ ...holiday, lunarYear, lunarMonth, provisional })
  }
  return writeYear(ctx, year, { items: given, source: 'imported' })
}

/** Forgets what the firm changed in a year. */
export async function resetHolidays(ctx: Ctx, year: number): Promise<HolidayYear> {
  await ctx.db
    .deleteFrom('holidayYears')
    .where('tenantId', '=', ctx.tenantId)
    .where('year', '=', year)
    .execute()
  ctx.audit({ action: 'delete', record: 'holidays', label: String(year) })
  return holidayYear(ctx, year)
}

async function changeYear(
  ctx: Ctx,
  year: number,
  change: (items: readonly Holiday[]) => readonly Holiday[],
): Promise<HolidayYear> {
  const before = await holidayYear(ctx, year)
  const source = before.source === 'imported' ? 'imported' : 'edited'
  return writeYear(ctx, year, { items: change(before.items), source })
}

async function writeYear(
  ctx: Ctx,
  year: number,
  { items, source }: { items: readonly Holiday[]; source: 'edited' | 'imported' },
): Promise<HolidayYear> {
  const before = await holidayYear(ctx, year)
  await ctx.db
    .deleteFrom('holidayYears')
    .where('tenantId', '=', ctx.tenantId)
    .where('year', '=', year)
    .execute()
  await ctx.db
    .insertInto('holidayYears')
    .values({ tenantId: ctx.tenantId, year, source, version: before.version + 1 })
    .execute()
  if (items.length > 0)
    await ctx.db
      .insertInto('holidays')
      .values(items.map((item) => ({ tenantId: ctx.tenantId, year, ...item })))
      .execute()
  ctx.audit({
    action: 'update',
    record: 'holidays',
    label: String(year),
    changes: { items: { from: listed(before.items), to: listed(items) } },
  })
  return holidayYear(ctx, year)
}

const listed = (items: readonly Holiday[]) => items.map(({ day, titleFa }) => `${day} ${titleFa}`)

function fromInput(
  year: number,
  others: readonly Holiday[],
  { day, titleFa, titleEn, kind }: HolidayInput,
  path = 'day',
): Holiday {
  if (toJalali(day).year !== year) throw badField(path, 'calendar.otherYear', { year })
  if (others.some((one) => one.day === day && one.titleFa === titleFa))
    throw badField(path, 'calendar.holidayTwice')
  return {
    key: `own-${newId()}`,
    day,
    titleFa,
    titleEn: titleEn ?? titleFa,
    kind,
    lunarYear: null,
    lunarMonth: null,
    provisional: false,
  }
}

function requireHoliday(items: readonly Holiday[], key: string): Holiday {
  const found = items.find((one) => one.key === key)
  if (!found) throw notFound()
  return found
}
