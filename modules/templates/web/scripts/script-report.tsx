import { FormFault, urlOf, usePermission, useRoute, useRoutePages, useT } from '@peyvand/platform/web'
import {
  Button,
  ButtonLink,
  Card,
  DateRangePicker,
  type DateRangeValue,
  EmptyState,
  KpiTile,
  Link,
  Skeleton,
  SkeletonGroup,
  useFormat,
} from '@peyvand/ui'
import { Download, MessageCircleQuestion } from 'lucide-react'
import { useState } from 'react'
import {
  exportRunsRoute,
  listRunsRoute,
  type ScriptReport as Report,
  type Script,
  type ScriptRunRow,
  scriptReportRoute,
} from '../../contract/index.ts'

/** What came of the calls by a script: outcomes, answers counted per question, and call by call. */
export const ScriptReport = ({ script: { id } }: { script: Script }) => {
  const t = useT()
  const mayExport = usePermission('activities.export')
  const [period, setPeriod] = useState<DateRangeValue | null>(null)
  const query = period ?? {}
  const { data, error } = useRoute(scriptReportRoute, { params: { id }, query }, { keepPrevious: true })
  if (error) return <FormFault error={error} />
  if (!data)
    return (
      <SkeletonGroup className="flex flex-col gap-3">
        <Skeleton className="h-20" />
        <Skeleton className="h-60" />
      </SkeletonGroup>
    )
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end gap-2">
        <DateRangePicker label={t('templates.ui.period')} value={period} onChange={setPeriod} />
        {mayExport && data.runs > 0 && (
          <ButtonLink
            className="ms-auto"
            icon={<Download size={16} aria-hidden />}
            href={urlOf(exportRunsRoute, { params: { id }, query: { ...query, kind: 'xlsx' } })}
            download
          >
            {t('templates.ui.export')}
          </ButtonLink>
        )}
      </div>
      {data.runs === 0 ? (
        <EmptyState icon={<MessageCircleQuestion />} title={t('templates.ui.noAnswers')}>
          {t('templates.ui.noAnswersHint')}
        </EmptyState>
      ) : (
        <>
          <Counts report={data} />
          <div className="grid items-start gap-4 lg:grid-cols-2">
            <Card title={t('templates.ui.outcomes')}>
              <Bars rows={data.outcomes} total={data.done} />
            </Card>
            {data.questions.map((question) => (
              <Card key={question.stepId} title={question.question}>
                <Answers question={question} />
              </Card>
            ))}
          </div>
          <Runs scriptId={id} />
        </>
      )}
    </div>
  )
}

const Counts = ({ report: { runs, done } }: { report: Report }) => {
  const t = useT()
  const format = useFormat()
  return (
    <div className="grid grid-cols-2 gap-3 sm:max-w-120">
      <KpiTile label={t('templates.ui.runs')} figure={format.number(runs)} />
      <KpiTile label={t('templates.run.state.done')} figure={format.number(done)} />
    </div>
  )
}

const Answers = ({ question }: { question: Report['questions'][number] }) => {
  const t = useT()
  const format = useFormat()
  const { type, answered, options, average, smallest, largest } = question
  if (options.length > 0) return <Bars rows={options} total={answered} />
  const number = (value: number | null) => format.number(value ?? 0, { decimals: 2 })
  return (
    <p className="text-muted">
      {t('templates.ui.answeredBy', { count: answered })}
      {type === 'number' &&
        average !== null &&
        ` · ${t('templates.ui.numbers', {
          average: number(average),
          smallest: number(smallest),
          largest: number(largest),
        })}`}
    </p>
  )
}

type BarsProps = { rows: readonly { id: string; label: string; count: number }[]; total: number }

const Bars = ({ rows, total }: BarsProps) => {
  const format = useFormat()
  return (
    <ul className="flex flex-col gap-2">
      {rows.map(({ id, label, count }) => {
        const share = total === 0 ? 0 : count / total
        return (
          <li key={id}>
            <span className="flex justify-between gap-3">
              <span className="min-w-0 truncate">{label}</span>
              <span className="shrink-0 text-muted">
                {format.number(count)} · {format.percent(share, 0)}
              </span>
            </span>
            <span aria-hidden className="mt-1 block h-1.5 overflow-hidden rounded-pill bg-line">
              <span className="block h-full rounded-pill bg-accent" style={{ width: `${share * 100}%` }} />
            </span>
          </li>
        )
      })}
    </ul>
  )
}

const Runs = ({ scriptId }: { scriptId: string }) => {
  const t = useT()
  const pages = useRoutePages(listRunsRoute, { query: { scriptId, limit: 25, count: 'none' } })
  const runs = pages.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Card title={t('templates.ui.callByCall')} isFlush>
      <ul className="divide-y divide-line">
        {runs.map((run) => (
          <RunLine key={run.id} run={run} />
        ))}
      </ul>
      {pages.hasNextPage && (
        <div className="border-t border-line p-2 text-center">
          <Button
            kind="quiet"
            isPending={pages.isFetchingNextPage}
            onPress={() => void pages.fetchNextPage()}
          >
            {t('templates.ui.showMore')}
          </Button>
        </div>
      )}
    </Card>
  )
}

const RunLine = ({ run }: { run: ScriptRunRow }) => {
  const t = useT()
  const format = useFormat()
  const { activity, party, user, startedAt, outcome, state, answers } = run
  return (
    <li className="px-4 py-2.5">
      <p className="flex flex-wrap items-center gap-x-2">
        {activity ? (
          <Link href={`/activities/${activity.id}`}>{party?.name ?? activity.name}</Link>
        ) : (
          <span>{party?.name ?? t('templates.ui.withoutParty')}</span>
        )}
        <span className="text-meta text-muted">
          {user.name} · {format.dateTime(startedAt)} · {outcome?.label ?? t(`templates.run.state.${state}`)}
        </span>
      </p>
      {answers.length > 0 && (
        <p className="text-meta text-muted">
          {answers.map(({ question, answer }) => `${question} ${answer}`).join(' · ')}
        </p>
      )}
    </li>
  )
}
