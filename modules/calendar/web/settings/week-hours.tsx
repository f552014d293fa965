import { weekdayNames } from '@peyvand/persian'
import { useT } from '@peyvand/platform/web'
import { Button, IconButton, Switch, TimeField, useUi } from '@peyvand/ui'
import { Plus, X } from 'lucide-react'
import type { WorkingHours, WorkingWeek } from '../../contract/index.ts'

type Days = WorkingWeek['days']

const usual = { from: '08:00', until: '17:00' }
const most = 4

/** Seven days from Saturday, each worked or off, with its hours. */
export const WeekHours = ({ value, onChange }: { value: Days; onChange: (days: Days) => void }) => {
  const { locale } = useUi()
  return (
    <ul className="divide-y divide-line">
      {weekdayNames(locale).map((name, day) => (
        <li key={name} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2">
          <DayHours
            name={name}
            value={value[day] ?? []}
            onChange={(hours) => onChange(value.map((one, at) => (at === day ? hours : one)))}
          />
        </li>
      ))}
    </ul>
  )
}

interface DayProps {
  name: string
  value: WorkingHours
  onChange: (hours: WorkingHours) => void
}

const DayHours = ({ name, value, onChange }: DayProps) => {
  const t = useT()
  const set = (index: number, change: Partial<WorkingHours[number]>) =>
    onChange(value.map((range, at) => (at === index ? { ...range, ...change } : range)))
  return (
    <>
      <Switch className="w-40" value={value.length > 0} onChange={(isOn) => onChange(isOn ? [usual] : [])}>
        {name}
      </Switch>
      {value.length === 0 && <span className="text-muted">{t('calendar.dayOff')}</span>}
      {value.map(({ from, until }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- ranges have no id of their own
        <span key={index} className="flex items-center gap-2">
          <TimeField
            aria-label={t('calendar.hoursFrom', { day: name })}
            value={from}
            onChange={(next) => {
              if (next) set(index, { from: next })
            }}
          />
          <span className="text-muted">{t('calendar.until')}</span>
          <TimeField
            aria-label={t('calendar.hoursUntil', { day: name })}
            value={until}
            onChange={(next) => {
              if (next) set(index, { until: next })
            }}
          />
          {value.length > 1 && (
            <IconButton
              label={t('calendar.removeHours', { day: name })}
              icon={<X />}
              onPress={() => onChange(value.filter((_, at) => at !== index))}
            />
          )}
        </span>
      ))}
      {value.length > 0 && value.length < most && (
        <Button
          kind="quiet"
          size="small"
          icon={<Plus size={14} aria-hidden />}
          aria-label={t('calendar.addHoursOf', { day: name })}
          onPress={() => onChange([...value, { from: value.at(-1)?.until ?? '17:00', until: '20:00' }])}
        >
          {t('calendar.addHours')}
        </Button>
      )}
    </>
  )
}
