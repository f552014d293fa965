import { addDays, jalaliPeriod, localDate } from '@peyvand/persian'
import { PageProblem, PageSkeleton, usePageTitle, useRoute, useT, useUrlState } from '@peyvand/platform/web'
import { Breadcrumbs, Card, EmptyState, PageHeader, SegmentedControl, useFormat, useUi } from '@peyvand/ui'
import { ChartColumn } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { type SourceYield, sourceYieldRoute } from '../../contract/index.ts'
import { CostsCard } from './costs-card.tsx'

const periods = {
  month: 'thisMonth',
  lastMonth: 'lastMonth',
  season: 'thisSeason',
  year: 'thisYear',
  lastYear: 'lastYear',
} as const
type PeriodName = keyof typeof periods
const names = Object.keys(periods) as PeriodName[]

const Search = z.object({ period: z.enum(names).optional().catch(undefined) })

/** What came of the sources of leads in a period, and what they cost. */
export const YieldPage = () => {
  const t = useT()
  usePageTitle(t('leads.ui.yield'))
  const { timeZone } = useUi()
  const [today] = useState(() => localDate(new Date(), timeZone))
  const [{ period = 'season' }, setUrl] = useUrlState(Search)
  const range = jalaliPeriod(periods[period], today)
  const days = { from: range.from, to: addDays(range.to, -1) }
  const { data, error, refetch } = useRoute(sourceYieldRoute, { query: days })
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  return (
    <div className="flex flex-col gap-4">
      <Breadcrumbs items={[{ label: t('leads.ui.nav'), href: '/leads' }, { label: t('leads.ui.yield') }]} />
      <PageHeader
        title={t('leads.ui.yield')}
        actions={
          <SegmentedControl<PeriodName>
            label={t('leads.ui.period')}
            value={period}
            onChange={(chosen) => setUrl({ period: chosen })}
            options={names.map((id) => ({ id, label: t(`leads.ui.period.${id}`) }))}
          />
        }
      />
      {data ? <YieldTable {...data} /> : <PageSkeleton />}
      <CostsCard days={days} />
    </div>
  )
}

type Sums = Omit<SourceYield, 'source'>

const YieldTable = ({ items, total }: { items: SourceYield[]; total: Sums }) => {
  const t = useT()
  const columns = useColumns()
  if (items.length === 0)
    return (
      <Card>
        <EmptyState icon={<ChartColumn />} title={t('leads.ui.noYield')} />
      </Card>
    )
  const rows = [
    ...items.map((row) => ({
      id: row.source?.id ?? '',
      name: row.source?.name ?? t('leads.ui.unknownSource'),
      row,
    })),
    { id: 'total', name: t('leads.ui.total'), row: total },
  ]
  return (
    <Card isFlush>
      <div className="overflow-x-auto">
        <table className="w-full text-body">
          <caption className="sr-only">{t('leads.ui.yield')}</caption>
          <thead>
            <tr className="border-b border-line text-meta text-muted">
              <th scope="col" className="px-4 py-2 text-start font-medium">
                {t('leads.ui.source')}
              </th>
              {columns.map(({ id, label }) => (
                <th key={id} scope="col" className="px-3 py-2 text-end font-medium whitespace-nowrap">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, row }) => (
              <tr key={id} className={id === 'total' ? 'font-semibold' : 'border-b border-line'}>
                <th scope="row" className="px-4 py-2 text-start font-medium">
                  {name}
                </th>
                {columns.map((column) => (
                  <td key={column.id} className="digits-tabular px-3 py-2 text-end whitespace-nowrap">
                    {column.value(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

const shares: ReadonlySet<string> = new Set(['qualified', 'unfit', 'converted'])

function useColumns() {
  const t = useT()
  const format = useFormat()
  const counts = [
    ['leads', 'leads'],
    ['inTime', 'inTime'],
    ['qualified', 'qualified'],
    ['unfit', 'unfitCount'],
    ['converted', 'convertedCount'],
    ['won', 'won'],
  ] as const
  const amounts = ['wonAmount', 'cost', 'costPerLead', 'costPerCustomer'] as const
  // Of the leads of the same row.
  const withShare = (count: number, leads: number) =>
    count === 0 ? format.number(0) : `${format.number(count)} (${format.percent(count / leads, 0)})`
  return [
    ...counts.map(([id, key]) => ({
      id,
      label: t(`leads.ui.${key}`),
      value: (row: Sums) => (shares.has(id) ? withShare(row[id], row.leads) : format.number(row[id])),
    })),
    ...amounts.map((id) => ({
      id,
      label: t(`leads.ui.${id}`),
      value: (row: Sums) => (row[id] === null || row[id] === '0' ? '—' : format.money(row[id])),
    })),
  ]
}
