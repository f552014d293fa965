import { addDays, fromJalali, type IsoDate, jalaliUnit } from '@peyvand/persian'
import type { Holiday } from '../contract/index.ts'
import { lunarMonthLength, lunarMonthStart, lunarMonthsBetween } from './lunar-months.ts'

type Titles = readonly [fa: string, en: string]

/** Month and day of the solar year, by law. */
const solar: readonly [month: number, day: number, ...Titles][] = [
  [1, 1, 'آغاز نوروز', 'Nowruz'],
  [1, 2, 'عید نوروز', 'Nowruz holiday'],
  [1, 3, 'عید نوروز', 'Nowruz holiday'],
  [1, 4, 'عید نوروز', 'Nowruz holiday'],
  [1, 12, 'روز جمهوری اسلامی ایران', 'Islamic Republic Day'],
  [1, 13, 'روز طبیعت', 'Nature Day'],
  [3, 14, 'رحلت امام خمینی', 'Passing of Imam Khomeini'],
  [3, 15, 'قیام ۱۵ خرداد', 'Uprising of 15 Khordad'],
  [11, 22, 'پیروزی انقلاب اسلامی', 'Victory of the Revolution'],
  [12, 29, 'روز ملی شدن صنعت نفت', 'Nationalisation of oil'],
]

/** Month and day of the lunar year; day 30 is the month's last. `lastYear`: the Jalali year it was last a day off. */
const lunar: readonly { month: number; day: number; titles: Titles; lastYear?: number }[] = [
  { month: 1, day: 9, titles: ['تاسوعای حسینی', 'Tasua'] },
  { month: 1, day: 10, titles: ['عاشورای حسینی', 'Ashura'] },
  { month: 2, day: 20, titles: ['اربعین حسینی', 'Arbaeen'] },
  { month: 2, day: 28, titles: ['رحلت رسول اکرم و شهادت امام حسن مجتبی', 'Passing of the Prophet'] },
  { month: 2, day: 30, titles: ['شهادت امام رضا', 'Martyrdom of Imam Reza'] },
  { month: 3, day: 8, titles: ['شهادت امام حسن عسکری', 'Martyrdom of Imam Hasan al-Askari'] },
  { month: 3, day: 17, titles: ['ولادت رسول اکرم و امام جعفر صادق', 'Birth of the Prophet'] },
  { month: 6, day: 3, titles: ['شهادت حضرت فاطمهٔ زهرا', 'Martyrdom of Fatima'] },
  { month: 7, day: 13, titles: ['ولادت امام علی و روز پدر', 'Birth of Imam Ali'] },
  { month: 7, day: 27, titles: ['مبعث رسول اکرم', 'Mission of the Prophet'] },
  { month: 8, day: 15, titles: ['ولادت حضرت قائم و جشن نیمهٔ شعبان', 'Birth of Imam Mahdi'] },
  { month: 9, day: 21, titles: ['شهادت حضرت علی', 'Martyrdom of Imam Ali'] },
  { month: 10, day: 1, titles: ['عید سعید فطر', 'Eid al-Fitr'] },
  { month: 10, day: 2, titles: ['تعطیل به مناسبت عید سعید فطر', 'Eid al-Fitr holiday'] },
  { month: 10, day: 25, titles: ['شهادت امام جعفر صادق', 'Martyrdom of Imam Sadiq'], lastYear: 1404 },
  { month: 12, day: 10, titles: ['عید سعید قربان', 'Eid al-Adha'] },
  { month: 12, day: 18, titles: ['عید سعید غدیر خم', 'Eid al-Ghadir'] },
]

/**
 * Official holidays of a Jalali year, by day. Lunar ones are sure where the official calendar named the month's first
 * day and provisional where it is calculated.
 */
export function builtInHolidays(year: number): Holiday[] {
  return [...solarHolidays(year), ...lunarHolidays(year)].toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

const solarHolidays = (year: number): Holiday[] =>
  solar.map(([month, day, titleFa, titleEn]) => ({
    key: `solar-${month}-${day}`,
    day: fromJalali({ year, month, day }),
    titleFa,
    titleEn,
    kind: 'solar',
    lunarYear: null,
    lunarMonth: null,
    provisional: false,
  }))

function lunarHolidays(year: number): Holiday[] {
  const { from, to } = jalaliUnit('year', fromJalali({ year, month: 1, day: 1 }))
  return lunarMonthsBetween(from, to).flatMap((lunarMonth) => {
    const start = lunarMonthStart(lunarMonth)
    return lunar
      .filter(({ month, lastYear = year }) => month === lunarMonth.month && year <= lastYear)
      .map(({ day, titles: [titleFa, titleEn] }): Holiday => {
        const nth = Math.min(day, lunarMonthLength(lunarMonth))
        return {
          key: `lunar-${lunarMonth.year}-${lunarMonth.month}-${day}`,
          day: addDays(start.day, nth - 1),
          titleFa,
          titleEn,
          kind: 'lunar',
          lunarYear: lunarMonth.year,
          lunarMonth: lunarMonth.month,
          provisional: !start.official,
        }
      })
      .filter(({ day }: { day: IsoDate }) => from <= day && day < to)
  })
}
