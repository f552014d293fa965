import type { Filter } from '@peyvand/platform/contract'
import { PageProblem, PageSkeleton, usePageTitle, useRoute, useT, useUrlState } from '@peyvand/platform/web'
import {
  Breadcrumbs,
  Card,
  DateRangePicker,
  EmptyState,
  Link,
  PageHeader,
  Select,
  useFormat,
} from '@peyvand/ui'
import { Swords } from 'lucide-react'
import { z } from 'zod'
import { type CompetitorResult, competitorResultsRoute } from '../../contract/index.ts'

const periods = ['thisMonth', 'lastMonth', 'thisSeason', 'lastSeason', 'thisYear', 'lastYear'] as const
const all = 'all'
const between = 'between'

const Period = z.enum([...periods, all, between])
const Day = z.iso.date().optional().catch(undefined)
const Search = z.object({
  period: z
    .enum([...periods, all, between])
    .default('thisYear')
    .catch('thisYear'),
  from: Day,
  to: Day,
})
type Search = z.output<typeof Search>

/** Deals won against competitors and lost to them, in a period, with the reasons. */
export const CompetitorsPage = () => {
  const t = useT()
  const title = t('pipeline.competitorResults')
  usePageTitle(title)
  const [state, setState] = useUrlState(Search)
  const period = periodOf(state)
  const { data, error, refetch } = useRoute(
    competitorResultsRoute,
    { query: period ? { filter: JSON.stringify(period) } : {} },
    { keepPrevious: true },
  )
  return (
    <div className="mx-auto flex w-full max-w-300 flex-col gap-4">
      <PageHeader
        title={title}
        subtitle={t('pipeline.competitorResultsHint')}
        breadcrumbs={
          <Breadcrumbs items={[{ label: t('pipeline.deals'), href: '/deals' }, { label: title }]} />
        }
      />
      <search className="flex flex-wrap items-end gap-3">
        <Select
          label={t('pipeline.field.closedAt')}
          className="w-44"
          options={Period.options.map((id) => ({ id, label: t(`pipeline.period.${id}`) }))}
          value={state.period}
          onChange={(chosen) => chosen && setState({ period: chosen })}
        />
        {state.period === between && (
          <DateRangePicker
            label={t('pipeline.period.between')}
            value={state.from && state.to ? { from: state.from, to: state.to } : null}
            onChange={(range) => setState({ from: range?.from, to: range?.to })}
          />
        )}
      </search>
      {error ? (
        <PageProblem error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Results items={data.items} period={period} />
      ) : (
        <PageSkeleton />
      )}
    </div>
  )
}

function periodOf({ period, from, to }: Search): Filter | null {
  if (period === all) return null
  if (period !== between) return { field: 'closedAt', op: 'inPeriod', value: period }
  return from && to ? { field: 'closedAt', op: 'between', value: [from, to] } : null
}

type Props = { items: readonly CompetitorResult[]; period: Filter | null }

const headings = ['competitor', 'wonAgainst', 'lostToThem', 'goneOtherwise', 'winRate', 'reasons'] as const

const Results = ({ items, period }: Props) => {
  const t = useT()
  if (items.length === 0)
    return (
      <EmptyState icon={<Swords />} title={t('pipeline.noCompetitors')}>
        {t('pipeline.noCompetitorsHint')}
      </EmptyState>
    )
  return (
    <Card isFlush>
      <div className="overflow-x-auto">
        <table className="w-full text-body">
          <thead className="text-meta text-muted">
            <tr>
              {headings.map((key) => (
                <th key={key} scope="col" className="px-4 py-2 text-start font-medium whitespace-nowrap">
                  {t(`pipeline.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <ResultRow key={item.competitor.id} item={item} period={period} />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

const ResultRow = ({ item, period }: { item: CompetitorResult; period: Filter | null }) => {
  const format = useFormat()
  const { competitor, won, lost, gone, reasons } = item
  const met: Filter = { field: 'competitor', op: 'in', value: [competitor.id] }
  const lostTo: Filter = { field: 'lostTo', op: 'in', value: [competitor.id] }
  const ended = (outcome: string): Filter => ({ field: 'outcome', op: 'in', value: [outcome] })
  const decided = won.count + lost.count
  return (
    <tr className="border-t border-line align-top">
      <th scope="row" className="min-w-40 px-4 py-2.5 text-start font-medium">
        <Link href={`/parties/${competitor.id}`}>{competitor.name}</Link>
      </th>
      <ScoreCell score={won} href={listOf([met, ended('won')], period)} />
      <ScoreCell score={lost} href={listOf([lostTo], period)} />
      <ScoreCell score={gone} href={listOf([met, ended('lost'), { ...lostTo, op: 'notIn' }], period)} />
      <td className="px-4 py-2.5">{decided > 0 ? format.percent(won.count / decided, 0) : '—'}</td>
      <td className="min-w-48 px-4 py-2.5">
        <ul className="flex flex-wrap gap-x-3 gap-y-1">
          {reasons.map(({ reason, count }) => (
            <li key={reason.id}>
              <Link
                href={listOf([lostTo, { field: 'lostReason', op: 'in', value: [reason.id] }], period)}
                className="decoration-transparent"
              >
                {`${reason.name} (${format.number(count)})`}
              </Link>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
}

const ScoreCell = ({ score, href }: { score: CompetitorResult['won']; href: string }) => {
  const format = useFormat()
  return (
    <td className="px-4 py-2.5 whitespace-nowrap">
      {score.count === 0 ? (
        format.number(0)
      ) : (
        <>
          <Link href={href}>{format.number(score.count)}</Link>
          <span className="block text-meta text-muted">{format.money(score.amount)}</span>
        </>
      )}
    </td>
  )
}

/** The list of the very deals that a figure counts. */
const listOf = (and: readonly Filter[], period: Filter | null): string =>
  `/deals?filter=${encodeURIComponent(JSON.stringify({ and: [...and, ...(period ? [period] : [])] }))}`
