import {
  addDays,
  FIRST_JALALI_YEAR,
  fromJalali,
  LAST_JALALI_YEAR,
  seasonOfMonth,
  toJalali,
  weekday,
} from '@peyvand/persian'
import type { PoolClient } from 'pg'

/**
 * Fills the table of days, 1300 to 1500, that every grouping by Jalali week, month, season and year joins.
 * Weekday 0 is Saturday.
 */
export async function fillCalendarDays(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ filled: boolean }>(
    'select exists (select from calendar_days) as filled',
  )
  if (rows[0]?.filled) return
  const last = fromJalali({ year: LAST_JALALI_YEAR, month: 12, day: 29 })
  const columns: [string[], number[], number[], number[], number[], number[], string[]] = [
    [],
    [],
    [],
    [],
    [],
    [],
    [],
  ]
  for (
    let day = fromJalali({ year: FIRST_JALALI_YEAR, month: 1, day: 1 });
    day <= last;
    day = addDays(day, 1)
  ) {
    const date = toJalali(day)
    const sinceSaturday = weekday(day)
    const row = [
      day,
      date.year,
      date.month,
      date.day,
      seasonOfMonth(date.month),
      sinceSaturday,
      addDays(day, -sinceSaturday),
    ]
    row.forEach((value, index) => (columns[index] as unknown[]).push(value))
  }
  await client.query(
    `insert into calendar_days (day, jy, jm, jd, season, weekday, week_start)
     select * from unnest($1::date[], $2::int[], $3::int[], $4::int[], $5::int[], $6::int[], $7::date[])`,
    columns,
  )
}
