import { PageProblem, PageSkeleton, usePageTitle, useRoute, useT } from '@peyvand/platform/web'
import { Breadcrumbs } from '@peyvand/ui'
import { useNavigate, useParams } from '@tanstack/react-router'
import { getActivityRoute } from '../../contract/index.ts'
import { kindPaths } from '../kinds/kind-paths.ts'
import { ActivityView } from './activity-view.tsx'

/** One activity on a page of its own. */
export const ActivityPage = () => {
  const t = useT()
  const navigate = useNavigate()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useRoute(getActivityRoute, { params: { id } })
  usePageTitle(data?.subject)
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return (
    <div className="mx-auto flex max-w-300 flex-col gap-2">
      <Breadcrumbs
        items={[
          { label: t('activities.nav'), href: '/activities' },
          { label: t(`activities.kinds.${data.kind}`), href: kindPaths[data.kind] },
          { label: data.subject },
        ]}
      />
      <ActivityView
        key={id}
        activity={data}
        titleAs="h1"
        onDeleted={() => void navigate({ to: '/activities' as never })}
      />
    </div>
  )
}
