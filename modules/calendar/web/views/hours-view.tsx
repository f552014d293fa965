import { formatDate, instantAt, localDate } from '@peyvand/persian'
import { useT } from '@peyvand/platform/web'
import { useFormat, useUi } from '@peyvand/ui'
import { clockText, type GridColumn, TimeGrid, type TimeSpan } from '@peyvand/ui/calendar'
import { gridItem, ItemBlock, ItemLine, titleOf } from '../items/item-look.tsx'
import { daySpan, isWholeDay, itemKey, minuteOf, timedParts } from '../items/place-items.ts'
import { useMinuteOfDay } from '../use-today.ts'
import { DayHead } from './day-head.tsx'
import type { ViewProps } from './view-props.ts'

const shortMinutes = 50

/** A day or a week with its hours. */
export const HoursView = ({
  days,
  items,
  today,
  draft,
  onDraftPlace,
  onDay,
  onOpen,
  onCreate,
  onMove,
}: ViewProps) => {
  const t = useT()
  const format = useFormat()
  const { timeZone, locale } = useUi()
  const now = useMinuteOfDay((instant) => minuteOf(instant, timeZone))
  const find = (key: string) => items.find((item) => item.key === itemKey(key))
  const instant = (day: string, minutes: number) =>
    minutes >= 1440
      ? new Date(Date.parse(instantAt(day, '00:00', timeZone)) + minutes * 60_000).toISOString()
      : instantAt(day, clockText(minutes), timeZone)
  const columns: GridColumn[] = days.map((day) => ({
    key: day.day,
    label: [formatDate(day.day, { locale, style: 'full' }), ...day.holidays].join(' – '),
    header: <DayHead day={day} isToday={day.day === today} hasWeekday onOpen={onDay} />,
    isOff: day.off,
    isToday: day.day === today,
    work: day.hours.map(({ from, until }) => ({ from: minutesOf(from), until: minutesOf(until) })),
  }))
  const opening = Math.min(...columns.flatMap(({ work }) => work.map(({ from }) => from)), 8 * 60)
  const draftSpan = draft?.end ? spanOf(draft.start, draft.end, timeZone) : null
  return (
    <TimeGrid
      label={t('calendar.hours')}
      allDayLabel={t('calendar.allDay')}
      columns={columns}
      items={timedParts(items, timeZone).map((part) => {
        const base = gridItem(t, format, part.item)
        const title = titleOf(t, part.item)
        return {
          ...base,
          key: part.key,
          column: part.day,
          from: part.from,
          until: part.until,
          canMove: base.canMove && part.isFirst,
          content:
            part.until - part.from < shortMinutes ? (
              <ItemLine item={part.item} title={title} />
            ) : (
              <ItemBlock item={part.item} title={title} />
            ),
        }
      })}
      dayItems={items.filter(isWholeDay).map((item) => ({
        ...gridItem(t, format, item),
        ...daySpan(item, timeZone),
        content: <ItemLine item={item} title={titleOf(t, item)} />,
      }))}
      now={now}
      startAt={Math.max(0, opening - 60)}
      draft={draftSpan && { ...draftSpan, content: t('calendar.new'), onPlace: onDraftPlace }}
      onOpen={(key, element) => {
        const item = find(key)
        if (item && item.type !== 'busy') onOpen(item, element)
      }}
      onCreate={
        onCreate &&
        (({ column, from, until }, element) =>
          onCreate({ start: instant(column, from), end: instant(column, until) }, element))
      }
      onCreateDay={onCreate && ((day, element) => onCreate({ start: day, end: null }, element))}
      onMove={(key, { column, from, until }) => {
        const item = find(key)
        if (item) onMove(item, { start: instant(column, from), end: instant(column, until) })
      }}
      onMoveDay={(key, day) => {
        const item = find(key)
        if (item) onMove(item, { start: day })
      }}
    />
  )
}

function minutesOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour * 60 + minute
}

function spanOf(start: string, end: string, timeZone: string): TimeSpan {
  const from = minuteOf(start, timeZone)
  return {
    column: localDate(start, timeZone),
    from,
    until: from + (Date.parse(end) - Date.parse(start)) / 60_000,
  }
}
