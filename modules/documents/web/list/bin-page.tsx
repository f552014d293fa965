import type { ListField } from '@peyvand/platform/contract'
import { ListPage, PageProblem, PageSkeleton, usePageTitle, useT } from '@peyvand/platform/web'
import { Breadcrumbs, EmptyState } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { type DocumentRow, listBinnedDocumentsRoute } from '../../contract/index.ts'
import { DocumentRowCard, useDocumentColumns } from './use-document-columns.tsx'
import { defaultColumns, useDocumentFields } from './use-document-fields.ts'

/** The recycle bin of drafts; one is restored on its page. */
export const DocumentsBinPage = () => {
  const t = useT()
  usePageTitle(t('documents.ui.bin'))
  const { fields, error, retry } = useDocumentFields()
  if (error) return <PageProblem error={error} onRetry={retry} />
  return fields ? <Bin fields={fields} /> : <PageSkeleton />
}

const Bin = ({ fields }: { fields: Readonly<Record<string, ListField>> }) => {
  const t = useT()
  const navigate = useNavigate()
  const title = t('documents.ui.bin')
  return (
    <ListPage<DocumentRow>
      list="documents.bin"
      title={title}
      below={
        <Breadcrumbs items={[{ label: t('documents.list.sales'), href: '/documents' }, { label: title }]} />
      }
      route={listBinnedDocumentsRoute}
      fields={fields}
      columns={useDocumentColumns(fields)}
      defaultColumns={defaultColumns}
      defaultSort="-updatedAt"
      rowLabel={({ party }) => party.name}
      onOpen={({ id }) => void navigate({ to: `/documents/${id}` as never })}
      renderCard={(row) => <DocumentRowCard row={row} />}
      searchLabel={t('documents.ui.search')}
      empty={<EmptyState icon={<Trash2 />} title={t('documents.ui.binEmpty')} />}
    />
  )
}
