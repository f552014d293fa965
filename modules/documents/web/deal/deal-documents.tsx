import type { Deal } from '@peyvand/pipeline/contract'
import { PageProblem, useRoute, useT } from '@peyvand/platform/web'
import { Card, Skeleton } from '@peyvand/ui'
import { dealDocumentsRoute } from '../../contract/index.ts'
import { DocumentItems } from '../list/document-items.tsx'
import { NewDocument } from '../list/new-document.tsx'

/** The documents of a deal, with the way to the next quote. */
export const DealDocuments = ({ deal: { id, title, party, deletedAt } }: { deal: Deal }) => {
  const t = useT()
  const { data, error, refetch } = useRoute(dealDocumentsRoute, { params: { id } })
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton className="h-24" />
  return (
    <Card
      title={t('documents.nav')}
      actions={
        !deletedAt && (
          <NewDocument side="sales" kind="quote" from={{ party, deal: { id, name: title } }} size="small" />
        )
      }
    >
      {data.items.length > 0 ? (
        <DocumentItems items={data.items} />
      ) : (
        <p className="text-muted">{t('documents.ui.noneOfDeal')}</p>
      )}
    </Card>
  )
}
