import { PageProblem, useRoute, useT } from '@peyvand/platform/web'
import { Card, EmptyState, Link, Skeleton } from '@peyvand/ui'
import { ReceiptText } from 'lucide-react'
import { partyDocumentsRoute } from '../../contract/index.ts'
import { DocumentItems } from '../list/document-items.tsx'
import { NewDocument } from '../list/new-document.tsx'
import { PartyPurchases } from './party-purchases.tsx'

/** A party's documents and what it bought, the latest first; fills `parties.file.tab`. */
export const PartyDocuments = ({ party }: { party: { id: string; name: string } }) => {
  const t = useT()
  const { id, name } = party
  const { data, error, refetch } = useRoute(partyDocumentsRoute, { params: { id } })
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton className="h-24" />
  const add = <NewDocument side="sales" from={{ party: { id, name } }} size="small" />
  if (data.items.length === 0)
    return <EmptyState icon={<ReceiptText />} title={t('documents.ui.noneOfParty')} action={add} />
  return (
    <div className="flex flex-col gap-4">
      <Card title={t('documents.nav')} actions={add}>
        <DocumentItems items={data.items} />
        {data.more && (
          <Link href={`/documents?filter=${encodeURIComponent(ofParty(id))}`}>{t('documents.ui.all')}</Link>
        )}
      </Card>
      <PartyPurchases partyId={id} />
    </div>
  )
}

const ofParty = (id: string): string => JSON.stringify({ field: 'party', op: 'in', value: [id] })
