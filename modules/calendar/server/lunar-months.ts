import { addDays, daysBetween, type IsoDate } from '@peyvand/persian'

export interface LunarMonth {
  year: number
  /** 1 Muharram … 12 Dhu al-Hijja. */
  month: number
}

interface MonthStart {
  day: IsoDate
  /** Named by the official calendar of Iran; otherwise calculated after Umm al-Qura, which may be a day off. */
  official: boolean
}

/**
 * First days that the official calendars of 1404 and 1405 name, where they decide a holiday. The council fixes each
 * month by sighting, so no calculation gives them.
 */
const officialStarts: Readonly<Record<string, IsoDate>> = {
  '1446-9': '2025-03-02',
  '1446-10': '2025-03-31',
  '1446-12': '2025-05-28',
  '1447-1': '2025-06-27',
  '1447-2': '2025-07-26',
  '1447-3': '2025-08-25',
  '1447-6': '2025-11-22',
  '1447-7': '2025-12-22',
  '1447-8': '2026-01-21',
  '1447-9': '2026-02-19',
  '1447-10': '2026-03-21',
  '1447-12': '2026-05-18',
  '1448-1': '2026-06-16',
}

const ummAlQura = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
})

/** The lunar months that touch a period. */
export function lunarMonthsBetween(from: IsoDate, to: IsoDate): LunarMonth[] {
  const months: LunarMonth[] = []
  // Official months begin up to two days away from the calculated ones.
  let month = before(calculated(from))
  for (; addDays(lunarMonthStart(month).day, -2) < to; month = after(month)) months.push(month)
  return months
}

export function lunarMonthStart({ year, month }: LunarMonth): MonthStart {
  const official = officialStarts[`${year}-${month}`]
  return official
    ? { day: official, official: true }
    : { day: calculatedStart({ year, month }), official: false }
}

/** 29 or 30. */
export function lunarMonthLength(month: LunarMonth): number {
  const length = daysBetween(lunarMonthStart(month).day, lunarMonthStart(after(month)).day)
  return Math.min(30, Math.max(29, length))
}

const after = ({ year, month }: LunarMonth): LunarMonth =>
  month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 }
const before = ({ year, month }: LunarMonth): LunarMonth =>
  month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 }

function calculated(day: IsoDate): LunarMonth & { day: number } {
  const parts = ummAlQura.formatToParts(new Date(`${day}T00:00:00Z`))
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  return { year: part('year'), month: part('month'), day: part('day') }
}

const starts = new Map<string, IsoDate>()

function calculatedStart({ year, month }: LunarMonth): IsoDate {
  const key = `${year}-${month}`
  const known = starts.get(key)
  if (known) return known
  // 12 months are 354.367 days; 1 Muharram 1446 was 2024-07-07. From near there the calendar leads to the day.
  const months = (year - 1446) * 12 + (month - 1)
  let day = addDays('2024-07-07', Math.round(months * 29.530588))
  for (let at = calculated(day); at.month !== month || at.day !== 1; at = calculated(day)) {
    const isBefore = at.year * 12 + at.month < year * 12 + month
    day = addDays(day, isBefore ? 1 : at.year * 12 + at.month > year * 12 + month ? -1 : 1 - at.day)
  }
  starts.set(key, day)
  return day
}
