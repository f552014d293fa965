import { weekdayNames } from '@peyvand/persian'
import { useT } from '@peyvand/platform/web'
import { CheckboxGroup, DatePicker, NumberField, Select, Switch, useFormat, useUi } from '@peyvand/ui'
import type { Recurrence } from '../../contract/index.ts'
import { FieldRow } from './field-row.tsx'
import { recurrenceWords } from './recurrence-words.ts'

const frequencies = ['daily', 'weekly', 'monthly', 'yearly'] as const
const ends = ['never', 'until', 'count'] as const
const calendars = ['jalali', 'gregorian'] as const
const monthDays = ['day', 'firstDay', 'lastDay', 'weekday'] as const
type End = (typeof ends)[number]

const hasMonths = (frequency: Recurrence['frequency']) => frequency === 'monthly' || frequency === 'yearly'

type Props = { value: Recurrence | null; onChange: (rule: Recurrence | null) => void }

/** How it comes again, and the rule said in words. */
export const RecurrenceField = ({ value, onChange }: Props) => {
  const t = useT()
  const format = useFormat()
  const { locale } = useUi()
  const start: Recurrence = {
    frequency: 'weekly',
    interval: 1,
    calendar: locale === 'fa' ? 'jalali' : 'gregorian',
    weekdays: [],
    monthlyOn: 'day',
    until: null,
    count: null,
  }
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="sr-only">{t('activities.recurrence')}</legend>
      <Switch value={value !== null} onChange={(isOn) => onChange(isOn ? start : null)}>
        {t('activities.recurrence')}
      </Switch>
      {value && (
        <>
          <Rule rule={value} onChange={onChange} />
          <p className="text-body text-muted">{recurrenceWords(value, { t, format, locale })}</p>
        </>
      )}
    </fieldset>
  )
}

const Rule = ({ rule, onChange }: { rule: Recurrence; onChange: (rule: Recurrence) => void }) => {
  const t = useT()
  const { locale } = useUi()
  const put = (change: Partial<Recurrence>) => onChange({ ...rule, ...change })
  const end: End = rule.until !== null ? 'until' : rule.count !== null ? 'count' : 'never'
  return (
    <>
      <FieldRow>
        <Select
          label={t('activities.recurrence.frequency')}
          options={frequencies.map((id) => ({ id, label: t(`activities.frequency.${id}`) }))}
          value={rule.frequency}
          onChange={(frequency) => {
            if (frequency)
              put({
                frequency,
                weekdays: frequency === 'weekly' ? rule.weekdays : [],
                monthlyOn: hasMonths(frequency) ? rule.monthlyOn : 'day',
              })
          }}
        />
        <NumberField
          label={t('activities.recurrence.interval')}
          minValue={1}
          maxValue={365}
          suffix={t(`activities.recurrence.unit.${rule.frequency}`)}
          value={rule.interval}
          onChange={(interval) => put({ interval: interval ?? 1 })}
        />
        {hasMonths(rule.frequency) && (
          <>
            <Select
              label={t('activities.recurrence.calendar')}
              options={calendars.map((id) => ({ id, label: t(`activities.recurrence.calendar.${id}`) }))}
              value={rule.calendar}
              onChange={(calendar) => {
                if (calendar) put({ calendar })
              }}
            />
            <Select
              label={t('activities.recurrence.monthlyOn')}
              options={monthDays.map((id) => ({ id, label: t(`activities.recurrence.monthlyOn.${id}`) }))}
              value={rule.monthlyOn}
              onChange={(monthlyOn) => {
                if (monthlyOn) put({ monthlyOn })
              }}
            />
          </>
        )}
        <Select
          label={t('activities.recurrence.end')}
          options={ends.map((id) => ({ id, label: t(`activities.recurrence.end.${id}`) }))}
          value={end}
          onChange={(next) =>
            put({
              until: next === 'until' ? new Date().toISOString().slice(0, 10) : null,
              count: next === 'count' ? 10 : null,
            })
          }
        />
        {end === 'until' && (
          <DatePicker
            label={t('activities.recurrence.lastDay')}
            value={rule.until}
            onChange={(until) => {
              if (until) put({ until })
            }}
          />
        )}
        {end === 'count' && (
          <NumberField
            label={t('activities.recurrence.count')}
            minValue={1}
            maxValue={1000}
            value={rule.count}
            onChange={(count) => put({ count: count ?? 1 })}
          />
        )}
      </FieldRow>
      {rule.frequency === 'weekly' && (
        <CheckboxGroup
          label={t('activities.recurrence.weekdays')}
          orientation="horizontal"
          options={weekdayNames(locale).map((label, day) => ({ id: String(day), label }))}
          value={rule.weekdays.map(String)}
          onChange={(days) => put({ weekdays: days.map(Number) })}
        />
      )}
    </>
  )
}
