import { useT } from '@peyvand/platform/web'
import { Bdi, Link, Tag, useFormat } from '@peyvand/ui'
import { Clock, Link2, MapPin, Repeat, User } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import type { CalendarItem } from '../../contract/index.ts'
import { AnchoredPanel } from '../anchored-panel.tsx'
import { ItemIcon, timeText, titleOf } from '../items/item-look.tsx'
import { ItemActions } from './item-actions.tsx'

interface Props {
  item: CalendarItem
  triggerRef: RefObject<HTMLElement | null>
  onClose: () => void
  onEdit: (item: CalendarItem) => void
  onFinish: (item: CalendarItem) => void
  onDelete: (item: CalendarItem) => void
}

/** What an item is and what may be done with it, beside it. */
export const ItemPopover = ({ item, triggerRef, onClose, ...acts }: Props) => {
  const t = useT()
  const title = titleOf(t, item)
  return (
    <AnchoredPanel
      label={title}
      triggerRef={triggerRef}
      className="w-84 max-w-[calc(100vw-2rem)]"
      onClose={onClose}
    >
      <div className="flex flex-col gap-3">
        <header className="flex items-start gap-2">
          <span className="mt-1">
            <ItemIcon item={item} size={18} />
          </span>
          <h2 className="min-w-0 flex-1 text-dialog leading-snug font-bold break-words">
            <bdi>{title}</bdi>
          </h2>
          {item.overdue && <Tag tone="bad">{t('activities.overdue')}</Tag>}
        </header>
        <Facts item={item} />
        <Guests item={item} />
        <ItemActions item={item} onClose={onClose} {...acts} />
      </div>
    </AnchoredPanel>
  )
}

const Facts = ({ item }: { item: CalendarItem }) => {
  const t = useT()
  const format = useFormat()
  const day = item.allDay ? format.date(item.start, 'full') : format.dateTime(item.start, 'full')
  return (
    <ul className="flex flex-col gap-1.5">
      <Fact icon={<Clock size={15} aria-hidden />}>
        {item.allDay
          ? t('calendar.dayLine', { day, time: timeText(t, format, item) })
          : t('calendar.untilLine', { start: day, end: format.time(item.end) })}
      </Fact>
      {item.recurring && (
        <Fact icon={<Repeat size={15} aria-hidden />}>
          {item.occurrence === null
            ? t('activities.field.recurring')
            : t('activities.occurrence', { number: item.occurrence })}
          {item.ahead && ` · ${t('calendar.ahead')}`}
        </Fact>
      )}
      {item.party && (
        <Fact icon={<User size={15} aria-hidden />}>
          <Link href={`/parties/${item.party.id}`}>{item.party.name}</Link>
        </Fact>
      )}
      {item.place && <Fact icon={<MapPin size={15} aria-hidden />}>{item.place}</Fact>}
      {item.link && (
        <Fact icon={<Link2 size={15} aria-hidden />}>
          <Link href={item.link} target="_blank" className="break-all">
            <Bdi>{item.link}</Bdi>
          </Link>
        </Fact>
      )}
      {item.owner && (
        <Fact icon={null}>
          <span className="text-muted">
            {t('activities.field.owner')}: {item.owner.name}
          </span>
        </Fact>
      )}
    </ul>
  )
}

const Fact = ({ icon, children }: { icon: ReactNode; children: ReactNode }) => (
  <li className="flex items-start gap-2">
    <span className="mt-1 w-4 shrink-0 text-muted">{icon}</span>
    <span className="min-w-0 flex-1 break-words">{children}</span>
  </li>
)

const tones = { accepted: 'ok', attended: 'ok', declined: 'bad', absent: 'bad' } as const

const Guests = ({ item: { participants } }: { item: CalendarItem }) => {
  const t = useT()
  if (participants.length === 0) return null
  return (
    <ul aria-label={t('activities.field.participant')} className="flex flex-wrap gap-1.5">
      {participants.map(({ type, id, name, response }) => (
        <li key={`${type} ${id}`}>
          <Tag tone={response in tones ? tones[response as keyof typeof tones] : 'neutral'}>
            {name} · {t(`activities.response.${response}`)}
          </Tag>
        </li>
      ))}
    </ul>
  )
}
