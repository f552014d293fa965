import { addDays, instantAt } from '@peyvand/persian'
import { PageProblem, PageSkeleton, usePageTitle, usePermission, useT } from '@peyvand/platform/web'
import { useUi } from '@peyvand/ui'
import { useRef, useState } from 'react'
import type { CalendarItem } from '../../contract/index.ts'
import { QuickCreate } from '../create/quick-create.tsx'
import { ItemPopover } from '../details/item-popover.tsx'
import { useItemActs } from '../details/use-item-acts.tsx'
import { useMove } from '../moving/use-move.ts'
import { useScopeQuestion } from '../moving/use-scope-question.tsx'
import { AgendaView } from '../views/agenda-view.tsx'
import { HoursView } from '../views/hours-view.tsx'
import { MonthView } from '../views/month-view.tsx'
import { TeamView } from '../views/team-view.tsx'
import type { NewTime, ViewProps } from '../views/view-props.ts'
import { CalendarToolbar } from './calendar-toolbar.tsx'
import type { CalendarView } from './period.ts'
import { useCalendar } from './use-calendar.ts'
import { useCalendarState } from './use-calendar-state.ts'
import { useSwipe } from './use-swipe.ts'

const views: Record<CalendarView, (props: ViewProps) => React.ReactNode> = {
  day: HoursView,
  week: HoursView,
  month: MonthView,
  agenda: AgendaView,
  team: TeamView,
}

/** The calendar: day, week, month, list and team. */
export function CalendarPage() {
  const t = useT()
  const { timeZone } = useUi()
  usePageTitle(t('calendar.nav'))
  const state = useCalendarState()
  const { data, error, refetch, items, days, users } = useCalendar(state)
  const mayCreate = usePermission('activities.create')
  const { askScope, scopeDialog } = useScopeQuestion()
  const { move, moved } = useMove(askScope)
  const acts = useItemActs(askScope)
  const anchor = useRef<HTMLElement | null>(null)
  const [openKey, setOpenKey] = useState<string | null>(null)
  const [draft, setDraft] = useState<NewTime | null>(null)
  const swipe = useSwipe(state)
  const shown = moved(items)
  const open = shown.find(({ key }) => key === openKey)

  const create = (time: NewTime, element: HTMLElement) => {
    anchor.current = element
    setOpenKey(null)
    setDraft(time)
  }
  const closing = (act: (item: CalendarItem) => unknown) => (item: CalendarItem) => {
    setOpenKey(null)
    void act(item)
  }
  if (error && !data) return <PageProblem error={error} onRetry={() => void refetch()} />
  const View = views[state.view]
  return (
    <div className="flex h-full min-h-0 flex-col gap-3" {...swipe}>
      <CalendarToolbar
        state={state}
        onNew={
          mayCreate ? (element) => create(nextHour(state.date, state.today, timeZone), element) : undefined
        }
      />
      {data ? (
        <View
          days={days}
          items={shown}
          users={users}
          today={state.today}
          date={state.date}
          draft={draft}
          onDraftPlace={(element) => {
            anchor.current = element
          }}
          onDay={(day) => state.setView('day', day)}
          onOpen={(item, element) => {
            anchor.current = element
            setDraft(null)
            setOpenKey(item.key)
          }}
          onCreate={mayCreate ? create : undefined}
          onMove={(item, place) => void move(item, place)}
        />
      ) : (
        <PageSkeleton />
      )}
      {open && (
        <ItemPopover
          key={open.key}
          item={open}
          triggerRef={anchor}
          onClose={() => setOpenKey(null)}
          onEdit={closing(acts.edit)}
          onFinish={closing(acts.finish)}
          onDelete={closing(acts.remove)}
        />
      )}
      {draft && (
        <QuickCreate time={draft} triggerRef={anchor} onTime={setDraft} onClose={() => setDraft(null)} />
      )}
      {acts.dialogs}
      {scopeDialog}
    </div>
  )
}

/** The next full hour today, or ten o'clock of the day that is shown. */
function nextHour(date: string, today: string, timeZone: string): NewTime {
  const hour = 3_600_000
  const start =
    date === today
      ? new Date(Math.ceil(Date.now() / hour) * hour).toISOString()
      : instantAt(date > today ? date : addDays(today, 1), '10:00', timeZone)
  return { start, end: new Date(Date.parse(start) + hour).toISOString() }
}
