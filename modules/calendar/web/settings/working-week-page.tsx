import {
  callApi,
  invalidateTopics,
  PageProblem,
  PageSkeleton,
  problemText,
  usePageTitle,
  useRoute,
  useT,
} from '@peyvand/platform/web'
import { Button, Callout, Card, IconButton, PageHeader, toast, useFormat } from '@peyvand/ui'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { getWorkingWeekRoute, updateWorkingWeekRoute, type WorkingWeek } from '../../contract/index.ts'
import { PeriodFields } from './period-fields.tsx'
import { WeekHours } from './week-hours.tsx'

/** Which days and hours the firm works, and periods with other hours. */
export function WorkingWeekPage() {
  const t = useT()
  usePageTitle(t('calendar.workingWeek'))
  const { data, error, refetch } = useRoute(getWorkingWeekRoute, {})
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return <WeekForm key={data.version} start={data} />
}

const WeekForm = ({ start }: { start: WorkingWeek }) => {
  const t = useT()
  const format = useFormat()
  const [week, setWeek] = useState(start)
  const [fault, setFault] = useState<string | null>(null)
  const [isPending, setPending] = useState(false)
  const isChanged = JSON.stringify(week) !== JSON.stringify(start)
  const save = async () => {
    setPending(true)
    setFault(null)
    try {
      await callApi(updateWorkingWeekRoute, { body: week })
      await invalidateTopics(['working-week', 'calendar'])
      toast({ kind: 'ok', title: t('web.saved') })
    } catch (error) {
      setFault(problemText(t, error))
    }
    setPending(false)
  }
  const setPeriod = (index: number, period: WorkingWeek['periods'][number] | null) =>
    setWeek({
      ...week,
      periods: week.periods.flatMap((one, at) => (at === index ? (period ?? []) : one)),
    })
  const addPeriod = () => {
    const today = new Date().toISOString().slice(0, 10)
    setWeek({
      ...week,
      periods: [...week.periods, { title: '', from: today, until: today, days: week.days }],
    })
  }
  return (
    <div className="flex max-w-200 flex-col gap-3">
      <PageHeader
        title={t('calendar.workingWeek')}
        subtitle={t('calendar.workingWeekHint')}
        actions={
          <Button kind="primary" isDisabled={!isChanged} isPending={isPending} onPress={() => void save()}>
            {t('web.save')}
          </Button>
        }
      />
      {fault && <Callout tone="bad">{fault}</Callout>}
      <Card title={t('calendar.ordinaryWeek')}>
        <WeekHours value={week.days} onChange={(days) => setWeek({ ...week, days })} />
      </Card>
      {week.periods.map((period, index) => (
        <Card
          // oxlint-disable-next-line react/no-array-index-key -- periods have no id of their own
          key={index}
          title={period.title || t('calendar.period')}
          actions={
            <IconButton
              kind="danger"
              label={t('calendar.removePeriod', { title: period.title || format.number(index + 1) })}
              icon={<Trash2 />}
              onPress={() => setPeriod(index, null)}
            />
          }
        >
          <PeriodFields value={period} onChange={(next) => setPeriod(index, next)} />
        </Card>
      ))}
      <Button className="self-start" icon={<Plus size={16} aria-hidden />} onPress={addPeriod}>
        {t('calendar.addPeriod')}
      </Button>
    </div>
  )
}
