import { callApi, useT } from '@peyvand/platform/web'
import { Card, IconButton, useFormat } from '@peyvand/ui'
import { Minus, Plus } from 'lucide-react'
import { type HolidayYear, shiftLunarMonthRoute } from '../../contract/index.ts'
import type { Act } from './holidays-page.tsx'

/** Lunar months with days off: once the moon is announced, all days of the month move by one. */
export const LunarMonths = ({ year, act }: { year: HolidayYear; act: Act }) => {
  const t = useT()
  const format = useFormat()
  const months = [
    ...new Map(
      year.items
        .filter(({ provisional, lunarMonth }) => provisional && lunarMonth !== null)
        .map(({ lunarYear, lunarMonth }) => [`${lunarYear}-${lunarMonth}`, { lunarYear, lunarMonth }]),
    ).values(),
  ]
  if (months.length === 0) return null
  const shift = (lunarYear: number, lunarMonth: number, days: -1 | 1) =>
    act(() =>
      callApi(shiftLunarMonthRoute, {
        params: { year: String(year.year) },
        body: { lunarYear, lunarMonth, days },
      }),
    )
  return (
    <Card title={t('calendar.shiftLunar')}>
      <p className="pb-2 text-muted">{t('calendar.shiftLunarHint')}</p>
      <ul className="flex flex-wrap gap-2">
        {months.map(({ lunarYear, lunarMonth }) => {
          const name = t('calendar.lunarMonthOf', {
            month: t(`calendar.lunar.${lunarMonth}`),
            year: format.digits(lunarYear ?? 0),
          })
          return (
            <li
              key={name}
              className="flex items-center gap-1 rounded-control border border-line py-0.5 ps-3 pe-1"
            >
              {name}
              <IconButton
                label={t('calendar.dayEarlier', { month: name })}
                icon={<Minus />}
                onPress={() => void shift(lunarYear as number, lunarMonth as number, -1)}
              />
              <IconButton
                label={t('calendar.dayLater', { month: name })}
                icon={<Plus />}
                onPress={() => void shift(lunarYear as number, lunarMonth as number, 1)}
              />
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
