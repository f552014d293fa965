import type { Party } from '@peyvand/parties/contract'
import { PageProblem, useRoute, useT } from '@peyvand/platform/web'
import { cx, EmptyState, Link, Skeleton, useFormat } from '@peyvand/ui'
import { ChartNoAxesColumn } from 'lucide-react'
import { type ActivityKind, activityStatisticsRoute, type StatisticsRow } from '../../contract/index.ts'
import { ActivityIcon } from '../display/activity-icon.tsx'
import { kindPaths } from '../kinds/kind-paths.ts'

/** What was done with a party per kind, and what came out. */
export const StatisticsTab = ({ party }: { party: Party }) => {
  const t = useT()
  const { data, error, refetch } = useRoute(activityStatisticsRoute, {
    query: { by: 'kind', partyId: party.id },
  })
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton className="h-40" />
  if (data.items.length === 0)
    return <EmptyState icon={<ChartNoAxesColumn />} title={t('activities.statistics.empty')} />
  return (
    <div className="overflow-x-auto rounded-panel border border-line bg-surface">
      <table className="w-full text-start">
        <caption className="sr-only">{t('activities.statistics')}</caption>
        <thead>
          <tr className="border-b border-line text-meta text-muted [&>th]:px-3 max-sm:[&>th]:px-2 [&>th]:py-2 [&>th]:text-start [&>th]:font-medium">
            <th scope="col">{t('activities.kind')}</th>
            <th scope="col">{t('activities.statistics.total')}</th>
            <th scope="col">{t('activities.status.done')}</th>
            <th scope="col">{t('activities.statistics.open')}</th>
            <th scope="col">{t('activities.overdue')}</th>
            <th scope="col" className="max-sm:hidden">
              {t('activities.statistics.results')}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.items.map((row) => (
            <KindRow key={row.key} row={row} partyId={party.id} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const KindRow = ({ row, partyId }: { row: StatisticsRow; partyId: string }) => {
  const t = useT()
  const format = useFormat()
  const kind = row.key as ActivityKind
  const filter = encodeURIComponent(JSON.stringify({ field: 'party', op: 'in', value: [partyId] }))
  const known = row.results.filter(({ result }) => result !== null)
  return (
    <tr className="border-b border-line last:border-b-0 [&>*]:px-3 [&>*]:py-2 max-sm:[&>*]:px-2">
      <th scope="row" className="text-start font-normal">
        <Link href={`${kindPaths[kind]}?filter=${filter}`} className="flex items-center gap-2 text-text">
          <ActivityIcon kind={kind} />
          {t(`activities.kinds.${kind}`)}
        </Link>
        <Results results={known} className="text-meta sm:hidden" />
      </th>
      <td>{format.number(row.total)}</td>
      <td>{format.number(row.done)}</td>
      <td>{format.number(row.planned + row.inProgress)}</td>
      <td className={row.overdue > 0 ? 'font-medium text-bad' : ''}>{format.number(row.overdue)}</td>
      <td className="max-sm:hidden">
        <Results results={known} />
      </td>
    </tr>
  )
}

const Results = ({ results, className }: { results: StatisticsRow['results']; className?: string }) => {
  const format = useFormat()
  return (
    <ul className={cx('flex flex-wrap gap-x-3 text-muted', className)}>
      {results.map(({ result, count }) => (
        <li key={result?.id}>
          {result?.name}: <span className="text-text">{format.number(count)}</span>
        </li>
      ))}
    </ul>
  )
}
