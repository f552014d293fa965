import { PageProblem, usePermission, useRoute, useT } from '@peyvand/platform/web'
import { Button, Card, EmptyState, Link, Skeleton, useFormat } from '@peyvand/ui'
import { Handshake, Plus } from 'lucide-react'
import { partyDealsRoute } from '../../contract/index.ts'
import { FollowUpText } from '../follow-up-text.tsx'
import { openDealForm } from '../form/deal-form-store.ts'
import { OutcomeMark } from '../outcome-mark.tsx'

/** A party's deals, running ones first; fills `parties.file.tab`. */
export const PartyDeals = ({ party }: { party: { id: string; name: string } }) => {
  const t = useT()
  const format = useFormat()
  const mayCreate = usePermission('deals.create')
  const { data, error, refetch } = useRoute(partyDealsRoute, { params: { id: party.id } })
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton className="h-24" />
  const { id, name } = party
  const add = mayCreate && (
    <Button
      size="small"
      icon={<Plus size={15} aria-hidden />}
      onPress={() => openDealForm({ party: { id, name } })}
    >
      {t('pipeline.new')}
    </Button>
  )
  if (data.items.length === 0)
    return <EmptyState icon={<Handshake />} title={t('pipeline.noDeals')} action={add} />
  return (
    <Card title={t('pipeline.deals')} actions={add}>
      <ul className="flex flex-col divide-y divide-line">
        {data.items.map((deal) => (
          <li key={deal.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <Link href={`/deals/${deal.id}`} className="min-w-32 flex-1 truncate font-medium">
              <bdi>{deal.title}</bdi>
            </Link>
            {deal.amount !== null && <span>{format.money(deal.amount)}</span>}
            <OutcomeMark outcome={deal.outcome}>{deal.stage.name}</OutcomeMark>
            <span className="text-meta text-muted">
              {deal.closedAt ? (
                format.relative(deal.closedAt)
              ) : deal.nextFollowUpAt ? (
                <FollowUpText at={deal.nextFollowUpAt} />
              ) : (
                t('pipeline.noFollowUp')
              )}
            </span>
          </li>
        ))}
      </ul>
      {data.more && (
        <Link href={`/deals?filter=${encodeURIComponent(ofParty(id))}`}>{t('pipeline.all')}</Link>
      )}
    </Card>
  )
}

const ofParty = (id: string): string => JSON.stringify({ field: 'party', op: 'in', value: [id] })
