import { toJalali } from '@peyvand/persian'
import { expect, test } from 'vitest'
import { builtInHolidays } from './built-in-holidays.ts'

const monthDay = (day: string) => {
  const { month, day: dayOfMonth } = toJalali(day)
  return `${month}/${dayOfMonth}`
}
const daysOf = (year: number) => builtInHolidays(year).map(({ day }) => monthDay(day))

test('1404 is the list of the official calendar', () => {
  expect([...new Set(daysOf(1404))]).toEqual(
    [
      ['1/1', '1/2', '1/3', '1/4', '1/11', '1/12', '1/13'],
      ['2/4'],
      ['3/14', '3/15', '3/16', '3/24'],
      ['4/14', '4/15'],
      ['5/23', '5/31'],
      ['6/2', '6/10', '6/19'],
      ['9/3'],
      ['10/13', '10/27'],
      ['11/15', '11/22'],
      ['12/20', '12/29'],
    ].flat(),
  )
})

test('1405 has 25 days off, none in Ordibehesht, Mehr and Azar, four each in Mordad and Esfand, Fitr twice', () => {
  const days = daysOf(1405)
  expect(new Set(days).size).toBe(25)
  const months = days.map((day) => Number(day.split('/')[0]))
  expect(months.filter((month) => [2, 7, 9].includes(month))).toEqual([])
  const count = (month: number) => new Set(days.filter((day) => day.startsWith(`${month}/`))).size
  expect([count(5), count(12)]).toEqual([4, 4])
  const titled = (title: string) =>
    builtInHolidays(1405)
      .filter(({ titleFa }) => titleFa === title)
      .map(({ day }) => monthDay(day))
  expect(titled('عید سعید فطر')[0]).toBe('1/1')
  expect(titled('عید سعید فطر')).toHaveLength(2)
  expect(titled('تاسوعای حسینی')).toEqual(['4/3'])
  expect(titled('عاشورای حسینی')).toEqual(['4/4'])
  expect(titled('عید سعید قربان')).toEqual(['3/6'])
  expect(titled('عید سعید غدیر خم')).toEqual(['3/14'])
})

test('solar ones are sure, lunar ones of a year not announced are provisional', () => {
  const holidays = builtInHolidays(1406)
  expect(holidays.filter(({ kind }) => kind === 'solar')).toHaveLength(10)
  expect(holidays.every(({ kind, provisional }) => (kind === 'lunar') === provisional)).toBe(true)
})

test('every year of two centuries has its solar days and about one lunar year of the others', () => {
  for (let year = 1390; year <= 1440; year += 1) {
    const lunar = builtInHolidays(year).filter(({ kind }) => kind === 'lunar')
    expect(lunar.length, String(year)).toBeGreaterThanOrEqual(15)
    expect(lunar.length, String(year)).toBeLessThanOrEqual(20)
    expect(new Set(builtInHolidays(year).map(({ key }) => key)).size).toBe(builtInHolidays(year).length)
  }
})
