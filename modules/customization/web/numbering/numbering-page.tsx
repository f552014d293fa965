import { PageProblem, PageSkeleton, usePageTitle, useRoute, useT } from '@peyvand/platform/web'
import { Bdi, Button, Card, EmptyState, PageHeader, useFormat, useUi } from '@peyvand/ui'
import { Hash } from 'lucide-react'
import { useState } from 'react'
import { listNumberSeriesRoute, type NumberSeries } from '../../contract/index.ts'
import { SeriesDialog } from './series-dialog.tsx'

/** By what pattern numbers of files, letters and documents are made. */
export function NumberingPage() {
  const t = useT()
  const format = useFormat()
  const { locale } = useUi()
  usePageTitle(t('customization.numberSeries'))
  const [editing, setEditing] = useState<NumberSeries | null>(null)
  const { data, error, refetch } = useRoute(listNumberSeriesRoute, {})
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return (
    <div className="flex max-w-200 flex-col gap-3">
      <PageHeader title={t('customization.numberSeries')} subtitle={t('customization.ui.numbering.hint')} />
      <Card isFlush>
        {data.items.length === 0 ? (
          <EmptyState icon={<Hash />} title={t('customization.ui.numbering.empty')} />
        ) : (
          <ul className="divide-y divide-line">
            {data.items.map((series) => (
              <li key={series.id} className="flex flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2.5">
                <div className="min-w-0 flex-1 basis-48">
                  <p className="font-medium">{locale === 'fa' ? series.labelFa : series.labelEn}</p>
                  <p className="text-meta text-muted">
                    {t(
                      series.perYear
                        ? 'customization.ui.numbering.yearly'
                        : 'customization.ui.numbering.endless',
                    )}
                  </p>
                </div>
                <div className="basis-40">
                  <p className="text-meta text-muted">{t('customization.ui.numbering.next')}</p>
                  <Bdi>{format.digits(series.preview)}</Bdi>
                </div>
                <Button size="small" className="ms-auto" onPress={() => setEditing(series)}>
                  {t('web.edit')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Card>
      {editing && <SeriesDialog series={editing} onClose={() => setEditing(null)} />}
    </div>
  )
}
