import { useT } from '@peyvand/platform/web'
import { DatePicker, TextField } from '@peyvand/ui'
import type { WorkingWeek } from '../../contract/index.ts'
import { WeekHours } from './week-hours.tsx'

type Period = WorkingWeek['periods'][number]

/** A time with hours of its own: what it is, from when until when, and its week. */
export const PeriodFields = ({ value, onChange }: { value: Period; onChange: (period: Period) => void }) => {
  const t = useT()
  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-3 sm:grid-cols-3">
        <TextField
          label={t('calendar.periodTitle')}
          isRequired
          maxLength={120}
          value={value.title}
          onChange={(title) => onChange({ ...value, title })}
        />
        <DatePicker
          label={t('calendar.periodFrom')}
          value={value.from}
          onChange={(from) => {
            if (from) onChange({ ...value, from })
          }}
        />
        <DatePicker
          label={t('calendar.periodUntil')}
          value={value.until}
          onChange={(until) => {
            if (until) onChange({ ...value, until })
          }}
        />
      </div>
      <WeekHours value={value.days} onChange={(days) => onChange({ ...value, days })} />
    </div>
  )
}
