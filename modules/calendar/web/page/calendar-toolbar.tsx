import { useColleagues, useTeams } from '@peyvand/parties/web'
import { useSession, useT } from '@peyvand/platform/web'
import {
  Button,
  Calendar,
  DialogTrigger,
  IconButton,
  Menu,
  MenuItem,
  MenuTrigger,
  MultiSelect,
  Popover,
  SegmentedControl,
  Select,
  useUi,
} from '@peyvand/ui'
import { useIsPhone } from '@peyvand/ui/data'
import { CalendarSearch, ChevronLeft, ChevronRight, ListFilter, Plus } from 'lucide-react'
import {
  calendarViews,
  leadingCalendar,
  periodTitle,
  phoneViews,
  secondCalendar,
  steppedDate,
} from './period.ts'
import { type CalendarState, type Layer, layers } from './use-calendar-state.ts'

interface Props {
  state: CalendarState
  onNew: ((element: HTMLElement) => void) | undefined
}

/** Title, ways through time, the view, and what is shown. */
export const CalendarToolbar = ({ state, onNew }: Props) => {
  const t = useT()
  const { locale } = useUi()
  const { view, date, range } = state
  const isPhone = useIsPhone()
  const calendar = leadingCalendar(locale)
  const named = (which: typeof calendar) => periodTitle(view, { date, range, locale, calendar: which })
  const step = (by: 1 | -1) => state.goTo(steppedDate(view, date, { calendar, step: by }))
  return (
    <header className="flex flex-wrap items-center gap-x-2 gap-y-2">
      <Button size="small" onPress={() => state.goTo(state.today)}>
        {t('calendar.today')}
      </Button>
      <span className="flex">
        <IconButton
          label={t('calendar.previous')}
          icon={<ChevronLeft className="rtl:-scale-x-100" />}
          onPress={() => step(-1)}
        />
        <IconButton
          label={t('calendar.next')}
          icon={<ChevronRight className="rtl:-scale-x-100" />}
          onPress={() => step(1)}
        />
        <DialogTrigger>
          <IconButton label={t('calendar.goTo')} icon={<CalendarSearch />} />
          <Popover label={t('calendar.goTo')}>
            {(close) => (
              <Calendar
                label={t('calendar.goTo')}
                value={date}
                onChange={(day) => {
                  state.goTo(day)
                  close()
                }}
              />
            )}
          </Popover>
        </DialogTrigger>
      </span>
      <div className="me-auto min-w-0">
        <h1 className="truncate text-title leading-7 font-bold">{named(calendar)}</h1>
        <p className="truncate text-badge text-muted">{named(secondCalendar(locale))}</p>
      </div>
      <People state={state} />
      <Layers state={state} />
      <SegmentedControl
        label={t('calendar.view')}
        className="max-sm:w-full max-sm:justify-between"
        value={view}
        options={(isPhone ? phoneViews : calendarViews).map((id) => ({
          id,
          label: t(`calendar.view.${id}`),
        }))}
        onChange={(next) => state.setView(next)}
      />
      {onNew && (
        <Button
          kind="primary"
          className="max-sm:hidden"
          icon={<Plus size={16} aria-hidden />}
          onPress={({ target }) => onNew(target as HTMLElement)}
        >
          {t('calendar.new')}
        </Button>
      )}
    </header>
  )
}

/** Whose calendar: colleagues beside oneself, or a team in the view of teams. */
const People = ({ state }: { state: CalendarState }) => {
  const t = useT()
  const { user } = useSession()
  const colleagues = useColleagues().filter(({ id }) => id !== user.id)
  const teams = useTeams()
  return (
    <>
      {state.view === 'team' && teams.length > 0 && (
        <Select
          aria-label={t('calendar.team')}
          className="w-40"
          placeholder={t('calendar.team')}
          isClearable
          options={teams}
          value={state.team}
          onChange={state.setTeam}
        />
      )}
      {!(state.view === 'team' && state.team) && colleagues.length > 0 && (
        <MultiSelect
          aria-label={t('calendar.colleagues')}
          className="w-40"
          placeholder={t('calendar.colleagues')}
          options={colleagues}
          value={state.colleagues}
          onChange={state.setColleagues}
        />
      )}
    </>
  )
}

const Layers = ({ state: { hidden, setHidden } }: { state: CalendarState }) => {
  const t = useT()
  return (
    <MenuTrigger>
      <IconButton kind="secondary" label={t('calendar.layers')} icon={<ListFilter />} />
      <Menu
        aria-label={t('calendar.layers')}
        selectionMode="multiple"
        selectedKeys={layers.filter((layer) => !hidden.includes(layer))}
        onSelectionChange={(keys) => {
          const shown = keys === 'all' ? new Set<unknown>(layers) : keys
          setHidden(layers.filter((layer: Layer) => !shown.has(layer)))
        }}
      >
        {layers.map((layer) => (
          <MenuItem key={layer} id={layer}>
            {t(`calendar.layer.${layer}`)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
}
