import { formatDate, weekdayLetters, weekdayNames } from '@peyvand/persian'
import { useT } from '@peyvand/platform/web'
import { useFormat, useUi } from '@peyvand/ui'
import { MonthGrid } from '@peyvand/ui/calendar'
import { useIsPhone } from '@peyvand/ui/data'
import { gridItem, ItemLine, titleOf } from '../items/item-look.tsx'
import { daySpan, itemKey } from '../items/place-items.ts'
import { leadingCalendar, monthOf } from '../page/period.ts'
import { DayHead } from './day-head.tsx'
import type { ViewProps } from './view-props.ts'

/** A month of the calendar that leads in the reader's language. */
export const MonthView = ({ days, items, today, date, onDay, onOpen, onCreate, onMove }: ViewProps) => {
  const t = useT()
  const format = useFormat()
  const { timeZone, locale } = useUi()
  const isPhone = useIsPhone()
  const month = monthOf(date, leadingCalendar(locale))
  const find = (key: string) => items.find((item) => item.key === itemKey(key))
  return (
    <MonthGrid
      label={t('calendar.view.month')}
      weekdays={isPhone ? weekdayLetters(locale) : weekdayNames(locale)}
      cells={days.map((day) => ({
        day: day.day,
        label: formatDate(day.day, { locale, style: 'full' }),
        header: <DayHead day={day} isToday={day.day === today} hasWeekday={false} onOpen={onDay} />,
        isOff: day.off,
        isToday: day.day === today,
        isOutside: day.day < month.from || day.day >= month.to,
      }))}
      items={items.map((item) => ({
        ...gridItem(t, format, item),
        ...daySpan(item, timeZone),
        content: <ItemLine item={item} title={titleOf(t, item)} />,
      }))}
      moreLabel={(count) => t(isPhone ? 'calendar.moreShort' : 'calendar.more', { count })}
      onMore={onDay}
      onOpen={(key, element) => {
        const item = find(key)
        if (item && item.type !== 'busy') onOpen(item, element)
      }}
      onCreate={onCreate && ((day, element) => onCreate({ start: day, end: null }, element))}
      onMove={(key, day) => {
        const item = find(key)
        if (item) onMove(item, { start: day })
      }}
    />
  )
}
