import { PageProblem, useRoute, useT } from '@peyvand/platform/web'
import { ButtonLink, Drawer, IconButton, Skeleton, SkeletonGroup } from '@peyvand/ui'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { getActivityRoute } from '../../contract/index.ts'
import { ActivityView } from './activity-view.tsx'

type Props = { id: string; onClose: () => void; walk: (step: 1 | -1) => void }

/** An activity beside its list; the arrows go through the list without leaving it. */
export const ActivityPeek = ({ id, onClose, walk }: Props) => {
  const t = useT()
  const { data, error, refetch } = useRoute(getActivityRoute, { params: { id } })
  return (
    <Drawer
      isOpen
      size="wide"
      onOpenChange={onClose}
      title={data ? t(`activities.kind.${data.kind}`) : t('activities.activity')}
      titleAside={
        <>
          <IconButton label={t('activities.previous')} icon={<ChevronUp />} onPress={() => walk(-1)} />
          <IconButton label={t('activities.next')} icon={<ChevronDown />} onPress={() => walk(1)} />
          <ButtonLink size="small" href={`/activities/${id}`}>
            {t('activities.openPage')}
          </ButtonLink>
        </>
      }
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
    </Drawer>
  )
}
