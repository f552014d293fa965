import { addDays, type IsoDate, toJalali } from '@peyvand/persian'
import { type Ctx, changesBetween, json, requireVersion } from '@peyvand/platform/server'
import {
  type Holiday,
  hoursOn,
  usualWeek,
  type WorkingCalendar,
  type WorkingWeek,
} from '../contract/index.ts'
import { holidayYear } from './holidays.ts'
import './tables.ts'

/** The firm's working hours; the usual ones where it set none. */
export async function workingWeek(ctx: Ctx): Promise<WorkingWeek> {
  const row = await ctx.db
    .selectFrom('workingWeeks')
    .select(['days', 'periods', 'version'])
    .where('tenantId', '=', ctx.tenantId)
    .executeTakeFirst()
  return row ?? usualWeek
}

/** @throws AppError versionConflict (409) */
export async function updateWorkingWeek(
  ctx: Ctx,
  { days, periods, version }: WorkingWeek,
): Promise<WorkingWeek> {
  const before = await workingWeek(ctx)
  requireVersion(before, version, before)
  const values = {
    days: json(days),
    periods: json(periods.toSorted((a, b) => (a.from < b.from ? -1 : 1))),
    version: version + 1,
  }
  await ctx.db
    .insertInto('workingWeeks')
    .values({ tenantId: ctx.tenantId, ...values })
    .onConflict((oc) => oc.column('tenantId').doUpdateSet(values))
    .execute()
  ctx.audit({
    action: 'update',
    record: 'workingWeek',
    label: '',
    changes: changesBetween({ days: before.days, periods: before.periods }, { days, periods }),
  })
  return workingWeek(ctx)
}

/** Holidays of the firm from one day up to, but not including, another, by day. */
export async function holidaysBetween(ctx: Ctx, from: IsoDate, to: IsoDate): Promise<Holiday[]> {
  const found: Holiday[] = []
  // A lunar month that was moved may carry a day over the end of its year.
  const last = toJalali(addDays(to, 2)).year
  for (let { year } = toJalali(addDays(from, -2)); year <= last; year += 1)
    found.push(...(await holidayYear(ctx, year)).items)
  return found.filter(({ day }) => from <= day && day < to).toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

/**
 * What `hoursOn`, `isWorkingDay` and `addWorkingDays` of the contract need for days between two: the firm's week and
 * holidays.
 */
export async function workingCalendar(ctx: Ctx, from: IsoDate, to: IsoDate): Promise<WorkingCalendar> {
  const holidays = await holidaysBetween(ctx, from, to)
  return { week: await workingWeek(ctx), holidays: new Set(holidays.map(({ day }) => day)) }
}

/** Every day of a period with its working hours and holidays, titles in the caller's language. */
export async function calendarDays(ctx: Ctx, { from, to }: { from: IsoDate; to: IsoDate }) {
  const holidays = await holidaysBetween(ctx, from, to)
  const calendar = { week: await workingWeek(ctx), holidays: new Set(holidays.map(({ day }) => day)) }
  const days = []
  for (let day = from; day < to; day = addDays(day, 1)) {
    const hours = hoursOn(calendar, day)
    const titles = holidays
      .filter((holiday) => holiday.day === day)
      .map(({ titleFa, titleEn }) => (ctx.locale === 'fa' ? titleFa : titleEn))
    days.push({ day, off: hours.length === 0, holidays: titles, hours })
  }
  return days
}
