import { PageProblem, useRoute, useT } from '@peyvand/platform/web'
import { ButtonLink, Skeleton, SkeletonGroup } from '@peyvand/ui'
import { PeekPanel } from '@peyvand/ui/data'
import { getActivityRoute } from '../../contract/index.ts'
import { ActivityView } from './activity-view.tsx'

type Props = { id: string; place?: string; onClose: () => void; walk: (step: 1 | -1) => void }

/** An activity beside its list; the arrows go through the list without leaving it. */
export const ActivityPeek = ({ id, place, onClose, walk }: Props) => {
  const t = useT()
  const { data, error, refetch } = useRoute(getActivityRoute, { params: { id } })
  return (
    <PeekPanel
      title={data ? t(`activities.kind.${data.kind}`) : t('activities.activity')}
      place={place}
      onWalk={walk}
      onClose={onClose}
      footer={<ButtonLink href={`/activities/${id}`}>{t('activities.openPage')}</ButtonLink>}
    >
      {error ? (
        <PageProblem error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <ActivityView key={id} activity={data} titleAs="h2" onDeleted={onClose} />
      ) : (
        <SkeletonGroup className="flex flex-col gap-3">
          <Skeleton className="h-10" />
          <Skeleton className="h-40" />
        </SkeletonGroup>
      )}
    </PeekPanel>
  )
}
