import { kindIcons } from '@peyvand/activities/web'
import type { T } from '@peyvand/platform/web'
import { type Format, type Tone, useFormat } from '@peyvand/ui'
import type { GridItem } from '@peyvand/ui/calendar'
import { CalendarClock, Lock, Plane, Repeat } from 'lucide-react'
import type { CalendarItem } from '../../contract/index.ts'

const toneOfKind: Partial<Record<NonNullable<CalendarItem['kind']>, Tone>> = {
  meeting: 'violet',
  call: 'accent',
  task: 'ok',
}

/** The colour of an item; a word or icon always says the same. */
export function toneOf({ type, kind, overdue }: CalendarItem): Tone {
  if (overdue) return 'bad'
  if (type === 'nextContact') return 'warn'
  return (kind && toneOfKind[kind]) ?? 'neutral'
}

export const ItemIcon = ({ item: { type, kind }, size = 13 }: { item: CalendarItem; size?: number }) => {
  const Icon =
    type === 'nextContact' ? CalendarClock : type === 'absence' ? Plane : kind ? kindIcons[kind] : Lock
  return <Icon size={size} className="shrink-0" aria-hidden />
}

/** What an item is called: its subject, or what may be told of it. */
export function titleOf(t: T, { type, title }: CalendarItem): string {
  if (type === 'busy') return t('calendar.busy')
  if (type === 'nextContact') return t('calendar.nextContactWith', { name: title })
  if (type === 'absence') return t('calendar.absenceOf', { name: title })
  return title
}

/** When it is, in words: «۱۰:۰۰ تا ۱۱:۳۰», «همهٔ روز». */
export function timeText(t: T, format: Format, { start, end, allDay }: CalendarItem): string {
  if (allDay) return t('calendar.allDay')
  return t('calendar.fromUntil', { from: format.time(start), until: format.time(end) })
}

/** The words and look that every grid gives an item. */
export function gridItem(t: T, format: Format, item: CalendarItem): Omit<GridItem, 'content'> {
  const { type, kind, status, ahead, overdue, party, can } = item
  const look =
    type === 'busy' || type === 'absence' ? 'busy' : status === 'done' ? 'done' : ahead ? 'ahead' : 'solid'
  const words = [
    titleOf(t, item),
    kind && t(`activities.kind.${kind}`),
    timeText(t, format, item),
    party && type === 'activity' && party.name,
    overdue && t('activities.overdue'),
    status === 'done' && t('activities.status.done'),
    ahead && t('calendar.ahead'),
  ]
  return {
    key: item.key,
    tone: toneOf(item),
    look,
    label: words.filter(Boolean).join(t('calendar.comma')),
    canMove: can.move,
    isInert: type === 'busy',
  }
}

/** One line: time, icon, title. */
export const ItemLine = ({ item, title }: { item: CalendarItem; title: string }) => {
  const format = useFormat()
  return (
    <span className="flex min-w-0 items-center gap-1">
      <ItemIcon item={item} />
      {!item.allDay && <span className="shrink-0 max-sm:hidden">{format.time(item.start)}</span>}
      <bdi data-title className="min-w-0 truncate font-medium">
        {title}
      </bdi>
      {item.recurring && <Repeat size={11} className="ms-auto shrink-0 opacity-70" aria-hidden />}
    </span>
  )
}

/** A block of some height: title above time and place. */
export const ItemBlock = ({ item, title }: { item: CalendarItem; title: string }) => {
  const format = useFormat()
  return (
    <span className="flex h-full min-w-0 flex-col overflow-hidden">
      <span className="flex min-w-0 items-center gap-1">
        <ItemIcon item={item} />
        <bdi data-title className="min-w-0 truncate font-medium">
          {title}
        </bdi>
        {item.recurring && <Repeat size={11} className="ms-auto shrink-0 opacity-70" aria-hidden />}
      </span>
      <span className="truncate">
        {format.time(item.start)}
        {item.party && ` · ${item.party.name}`}
        {item.place && ` · ${item.place}`}
      </span>
    </span>
  )
}
