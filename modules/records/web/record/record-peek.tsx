import { PageProblem, useRoute, useT, useWatch } from '@peyvand/platform/web'
import { ButtonLink, Skeleton, SkeletonGroup } from '@peyvand/ui'
import { PeekPanel } from '@peyvand/ui/data'
import { getRecordRoute, type RecordKind } from '../../contract/index.ts'
import { useKindNames } from '../use-kinds.ts'
import { RecordView } from './record-view.tsx'

type Props = {
  kind: RecordKind
  id: string
  place: string
  onClose: () => void
  walk: (step: 1 | -1) => void
}

/** A record beside its list; the arrows go through the list without leaving it. */
export const RecordPeek = ({ kind, id, place, onClose, walk }: Props) => {
  const t = useT()
  const { one } = useKindNames()
  const { data, error, refetch } = useRoute(getRecordRoute, { params: { kind: kind.key, id }, query: {} })
  useWatch('records', id)
  return (
    <PeekPanel
      title={one(kind)}
      place={place}
      onWalk={walk}
      onClose={onClose}
      footer={<ButtonLink href={`/records/${kind.key}/${id}`}>{t('records.openPage')}</ButtonLink>}
    >
      {error ? (
        <PageProblem error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <RecordView key={id} kind={kind} record={data} titleAs="h2" />
      ) : (
        <SkeletonGroup className="flex flex-col gap-3">
          <Skeleton className="h-10" />
          <Skeleton className="h-40" />
        </SkeletonGroup>
      )}
    </PeekPanel>
  )
}
