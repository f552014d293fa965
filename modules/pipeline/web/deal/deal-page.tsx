import {
  PageProblem,
  PageSkeleton,
  rememberRecord,
  usePageTitle,
  useRoute,
  useT,
  useWatch,
} from '@peyvand/platform/web'
import { Breadcrumbs } from '@peyvand/ui'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { getDealRoute } from '../../contract/index.ts'
import { DealView } from './deal-view.tsx'

/** One deal on a page of its own. */
export const DealPage = () => {
  const t = useT()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useRoute(getDealRoute, { params: { id } })
  useWatch('deals', id)
  usePageTitle(data?.title)
  useEffect(() => {
    if (data)
      rememberRecord({
        type: 'deals',
        id: data.id,
        kind: data.outcome,
        title: data.title,
        subtitle: data.number,
      })
  }, [data])
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return (
    <div className="mx-auto flex w-full max-w-300 flex-col gap-2">
      <Breadcrumbs items={[{ label: t('pipeline.deals'), href: '/deals' }, { label: data.title }]} />
      <DealView key={id} deal={data} />
    </div>
  )
}
