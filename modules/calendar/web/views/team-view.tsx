import { formatDate } from '@peyvand/persian'
import { useT } from '@peyvand/platform/web'
import { Avatar, EmptyState, useFormat, useUi } from '@peyvand/ui'
import { PeopleGrid } from '@peyvand/ui/calendar'
import { Users } from 'lucide-react'
import { gridItem, ItemLine, titleOf } from '../items/item-look.tsx'
import { daySpan, itemKey, partKey } from '../items/place-items.ts'
import { DayHead } from './day-head.tsx'
import type { ViewProps } from './view-props.ts'

/** A week of several people, a row for each. */
export const TeamView = ({ days, items, users, today, onDay, onOpen, onCreate, onMove }: ViewProps) => {
  const t = useT()
  const format = useFormat()
  const { timeZone, locale } = useUi()
  const find = (key: string) => items.find((item) => item.key === itemKey(key))
  if (users.length === 0) return <EmptyState icon={<Users />} title={t('calendar.teamEmpty')} />
  return (
    <PeopleGrid
      label={t('calendar.view.team')}
      peopleLabel={t('calendar.colleague')}
      columns={days.map((day) => ({
        key: day.day,
        label: formatDate(day.day, { locale, style: 'full' }),
        header: <DayHead day={day} isToday={day.day === today} hasWeekday onOpen={onDay} />,
        isOff: day.off,
        isToday: day.day === today,
        work: [],
      }))}
      rows={users.map(({ id, name }) => ({
        id,
        name,
        header: (
          <span className="flex items-center gap-2">
            <Avatar name={name} size={24} />
            <span className="min-w-0 truncate">{name}</span>
          </span>
        ),
        items: items
          .filter(({ userIds }) => userIds.includes(id))
          .map((item) => ({
            ...gridItem(t, format, item),
            ...daySpan(item, timeZone),
            key: partKey(item.key, id),
            content: <ItemLine item={item} title={titleOf(t, item)} />,
          })),
      }))}
      onOpen={(key, element) => {
        const item = find(key)
        if (item && item.type !== 'busy') onOpen(item, element)
      }}
      onCreate={onCreate && ((day, userId, element) => onCreate({ start: day, end: null, userId }, element))}
      onMove={(key, day) => {
        const item = find(key)
        if (item) onMove(item, { start: day })
      }}
    />
  )
}
