import {
  PageProblem,
  PageSkeleton,
  rememberRecord,
  useMenuPlace,
  usePageTitle,
  useRoute,
  useT,
  useWatch,
} from '@peyvand/platform/web'
import { Breadcrumbs } from '@peyvand/ui'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { getDocumentRoute } from '../../contract/index.ts'
import { sidePath } from '../side-path.ts'
import { useDocumentName } from '../words/use-document-name.ts'
import { DocumentView } from './document-view.tsx'

/** One document on a page of its own. */
export const DocumentPage = () => {
  const t = useT()
  const nameOf = useDocumentName()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useRoute(getDocumentRoute, { params: { id } })
  useWatch('documents', id)
  useMenuPlace(data ? sidePath(data.side) : null)
  const name = data && nameOf(data)
  usePageTitle(name)
  useEffect(() => {
    if (data && name)
      rememberRecord({
        type: 'documents',
        id: data.id,
        kind: data.kind,
        title: name,
        subtitle: data.party.name,
      })
  }, [data, name])
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data || !name) return <PageSkeleton />
  const list = sidePath(data.side)
  return (
    <div className="mx-auto flex w-full max-w-320 flex-col gap-2">
      <Breadcrumbs
        items={[
          { label: t(`documents.list.${data.side}`), href: list },
          { label: t(`documents.kind.${data.kind}`), href: `${list}?kind=${data.kind}` },
          { label: name },
        ]}
      />
      <DocumentView key={id} document={data} />
    </div>
  )
}
