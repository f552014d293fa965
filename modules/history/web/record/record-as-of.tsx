import { localDate } from '@peyvand/persian'
import { PageProblem, useRoute, useT } from '@peyvand/platform/web'
import { Callout, DatePicker, Skeleton, Switch, useFormat, useUi } from '@peyvand/ui'
import { useState } from 'react'
import type { RecordAsOf as AsOf } from '../../contract/index.ts'
import type { RecordHistory } from './history-words.ts'
import { MomentSlider } from './moment-slider.tsx'
import { PastFields } from './past-fields.tsx'

/** The record as it was on a day or between two of its changes, beside what it is now; nothing is written here. */
export const RecordAsOf = ({ history }: { history: RecordHistory }) => {
  const t = useT()
  const { timeZone } = useUi()
  const [today] = useState(() => localDate(new Date(), timeZone))
  const [at, setAt] = useState(today)
  const [onlyDifferences, setOnlyDifferences] = useState(false)
  const answer = useRoute(
    history.routes.asOf,
    { params: { id: history.id }, query: { at } },
    { keepPrevious: true, staleTime: 0 },
  )
  const past = answer.data as AsOf | undefined
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <DatePicker
          label={t('history.asOf.date')}
          value={at.length === 10 ? at : localDate(at, timeZone)}
          maxDate={today}
          onChange={(day) => day && setAt(day)}
        />
        {past && <MomentSlider moments={past.moments} at={past.at} onChange={setAt} />}
      </div>
      {answer.isError ? (
        <PageProblem error={answer.error} onRetry={() => void answer.refetch()} />
      ) : past ? (
        <>
          <Summary past={past} />
          <Switch value={onlyDifferences} onChange={setOnlyDifferences}>
            {t('history.asOf.onlyDifferences')}
          </Switch>
          <PastFields past={past} history={history} onlyDifferences={onlyDifferences} />
        </>
      ) : (
        <Skeleton className="h-40" />
      )}
    </div>
  )
}

const Summary = ({ past: { at, fields, deleted } }: { past: AsOf }) => {
  const t = useT()
  const format = useFormat()
  const count = fields.filter((field) => field.differs).length
  return (
    <>
      <p>
        <strong className="font-semibold">{t('history.asOf.at', { at: format.dateTime(at) })}</strong>
        {' · '}
        {t('history.asOf.differences', { count })}
        <span className="text-muted"> · {t('history.asOf.readOnly')}</span>
      </p>
      {deleted && <Callout tone="warn">{t('history.asOf.deleted')}</Callout>}
    </>
  )
}
