import { toJalali } from '@peyvand/persian'
import { setHolidayNames, useRoute } from '@peyvand/platform/web'
import { useUi } from '@peyvand/ui'
import { useEffect } from 'react'
import { type HolidayYear, listHolidaysRoute } from '../contract/index.ts'
import { useToday } from './use-today.ts'

const aDay = { staleTime: 24 * 3_600_000 }

/** Tells the fields for dates the days off of this year and the next; shows nothing itself. */
export const HolidayMarks = () => {
  const { locale } = useUi()
  const { year } = toJalali(useToday())
  const { data: current } = useRoute(listHolidaysRoute, { params: { year: String(year) } }, aDay)
  const { data: next } = useRoute(listHolidaysRoute, { params: { year: String(year + 1) } }, aDay)
  useEffect(() => {
    const named = ({ items }: HolidayYear) =>
      items.map(({ day, titleFa, titleEn }) => [day, locale === 'fa' ? titleFa : titleEn] as const)
    setHolidayNames(new Map([current, next].flatMap((list) => (list ? named(list) : []))))
  }, [current, next, locale])
  return null
}
