import {
  PageProblem,
  PageSkeleton,
  rememberRecord,
  usePageTitle,
  useRoute,
  useUrlState,
  useWatch,
} from '@peyvand/platform/web'
import { Breadcrumbs } from '@peyvand/ui'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { z } from 'zod'
import { getRecordRoute, type RecordKind } from '../../contract/index.ts'
import { KindOfAddress } from '../kind-of-address.tsx'
import { useKindNames } from '../use-kinds.ts'
import { RecordView } from './record-view.tsx'

const Search = z.object({ deleted: z.coerce.boolean().optional().catch(undefined) })

/** One record on a page of its own. */
export const RecordPage = () => <KindOfAddress>{(kind) => <LoadedRecord kind={kind} />}</KindOfAddress>

const LoadedRecord = ({ kind }: { kind: RecordKind }) => {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const [{ deleted }] = useUrlState(Search)
  const { many } = useKindNames()
  const { data, error, refetch } = useRoute(getRecordRoute, {
    params: { kind: kind.key, id },
    query: deleted ? { deleted: 'true' } : {},
  })
  useWatch('records', id)
  usePageTitle(data?.title)
  useEffect(() => {
    if (data)
      rememberRecord({
        type: 'records',
        id: data.id,
        kind: data.kind,
        title: data.title,
        subtitle: data.number,
      })
  }, [data])
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return (
    <div className="mx-auto flex w-full max-w-300 flex-col gap-2">
      <Breadcrumbs items={[{ label: many(kind), href: `/records/${kind.key}` }, { label: data.title }]} />
      <RecordView key={id} kind={kind} record={data} titleAs="h1" />
    </div>
  )
}
