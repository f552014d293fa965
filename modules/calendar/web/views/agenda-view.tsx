import { formatDate, joinFacts } from '@peyvand/persian'
import { useT } from '@peyvand/platform/web'
import { Button, cx, EmptyState, OwnText, Tag, useFormat, useUi } from '@peyvand/ui'
import { itemClass } from '@peyvand/ui/calendar'
import { CalendarDays, Plus, Repeat } from 'lucide-react'
import type { CalendarItem } from '../../contract/index.ts'
import { gridItem, ItemIcon, timeText, titleOf } from '../items/item-look.tsx'
import { daySpan } from '../items/place-items.ts'
import { secondCalendar } from '../page/period.ts'
import type { ViewProps } from './view-props.ts'

/** Days one below the other, those with something and the holidays; the view for phones. */
export const AgendaView = ({ days, items, today, onDay, onOpen, onCreate }: ViewProps) => {
  const t = useT()
  const { timeZone, locale } = useUi()
  const withItems = days.map((day) => ({
    ...day,
    items: items.filter((item) => {
      const { from, until } = daySpan(item, timeZone)
      return from <= day.day && day.day < until
    }),
  }))
  const shown = withItems.filter(
    (day) => day.items.length > 0 || day.holidays.length > 0 || day.day === today,
  )
  if (shown.length === 0) return <EmptyState icon={<CalendarDays />} title={t('calendar.empty')} />
  return (
    <ol className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto">
      {shown.map(({ day, holidays, off, items: own }) => (
        <li key={day} className="flex flex-col gap-1.5">
          <div className="sticky top-0 z-10 flex items-baseline gap-2 bg-bg py-1">
            <button
              type="button"
              className={cx(
                'cursor-pointer rounded-tag font-semibold hover:underline',
                off && 'text-bad',
                day === today && 'text-accent-text',
              )}
              onClick={() => onDay(day)}
            >
              {formatDate(day, { locale, style: 'full' })}
            </button>
            {day === today && <span className="text-meta text-accent-text">{t('calendar.today')}</span>}
            <span className="text-badge text-muted">
              {formatDate(day, { locale, calendar: secondCalendar(locale), style: 'dayMonth' })}
            </span>
            <span className="min-w-0 truncate text-meta text-bad">{holidays.join(' – ')}</span>
            {onCreate && (
              <Button
                kind="quiet"
                size="small"
                className="ms-auto"
                aria-label={t('calendar.newOn', { day: formatDate(day, { locale, style: 'full' }) })}
                icon={<Plus size={15} aria-hidden />}
                onPress={({ target }) => onCreate({ start: day, end: null }, target as HTMLElement)}
              >
                {t('calendar.new')}
              </Button>
            )}
          </div>
          {own.length === 0 ? (
            <p className="px-1 text-meta text-muted">{t('calendar.nothing')}</p>
          ) : (
            <ul className="flex flex-col gap-1">
              {own.map((item) => (
                <li key={item.key}>
                  <AgendaRow item={item} onOpen={onOpen} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}

const AgendaRow = ({ item, onOpen }: { item: CalendarItem; onOpen: ViewProps['onOpen'] }) => {
  const t = useT()
  const format = useFormat()
  const look = gridItem(t, format, item)
  return (
    <button
      type="button"
      aria-label={look.label}
      disabled={item.type === 'busy'}
      className={cx(
        'flex min-h-11 w-full items-center gap-3 rounded-control border border-line bg-surface px-3 py-1.5 text-start',
        item.type !== 'busy' && 'cursor-pointer hover:bg-surface-2',
      )}
      onClick={(event) => onOpen(item, event.currentTarget)}
    >
      <span className="w-24 shrink-0 text-meta text-muted">{timeText(t, format, item)}</span>
      <span className={itemClass({ ...look, content: null, canMove: false }, 'shrink-0 p-1.5')}>
        <ItemIcon item={item} size={16} />
      </span>
      <span className="min-w-0 flex-1">
        <OwnText className={cx('font-medium', item.status === 'done' && 'text-muted line-through')}>
          {titleOf(t, item)}
        </OwnText>
        {(item.party || item.place) && item.type === 'activity' && (
          <OwnText className="text-meta text-muted">{joinFacts([item.party?.name, item.place])}</OwnText>
        )}
      </span>
      {item.overdue && <Tag tone="bad">{t('activities.overdue')}</Tag>}
      {item.recurring && <Repeat size={14} className="shrink-0 text-muted" aria-hidden />}
    </button>
  )
}
