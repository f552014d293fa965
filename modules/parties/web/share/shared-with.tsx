import { isolate, joinFacts } from '@peyvand/persian'
import { useMutateRoute, useProblemText, useRoute, useT } from '@peyvand/platform/web'
import { Card, IconButton, toast, useFormat } from '@peyvand/ui'
import { X } from 'lucide-react'
import { listPartySharesRoute, type PartyShare, revokePartyShareRoute } from '../../contract/index.ts'

/** Whom the file was shared with; nothing where it was with nobody. */
export const SharedWith = ({ partyId }: { partyId: string }) => {
  const t = useT()
  const { data } = useRoute(listPartySharesRoute, { params: { id: partyId } })
  if (!data || data.items.length === 0) return null
  return (
    <Card title={t('parties.share.list')}>
      <ul className="flex flex-col divide-y divide-line">
        {data.items.map((share) => (
          <ShareItem key={share.id} partyId={partyId} share={share} />
        ))}
      </ul>
    </Card>
  )
}

const ShareItem = ({ partyId, share }: { partyId: string; share: PartyShare }) => {
  const t = useT()
  const format = useFormat()
  const problem = useProblemText()
  const { mutate, isPending } = useMutateRoute(revokePartyShareRoute, ['parties'])
  const { to, by, note, createdAt, until } = share
  const revoke = () =>
    mutate(
      { params: { id: partyId, shareId: share.id } },
      {
        onSuccess: () => toast({ kind: 'ok', title: t('parties.share.revoked', { name: to.name }) }),
        onError: (error) => toast({ kind: 'bad', title: problem(error) }),
      },
    )
  return (
    <li className="flex items-start gap-2 py-2 first:pt-0 last:pb-0">
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="font-medium">
          {to.kind === 'team' && `${t('parties.share.team')} `}
          <bdi>{to.name}</bdi>
        </span>
        <span className="text-meta text-muted">
          {joinFacts([
            format.relative(createdAt),
            by && t('parties.share.by', { name: isolate(by.name) }),
            until && t('parties.share.openUntil', { date: format.date(until) }),
          ])}
        </span>
        {note && (
          <span dir="auto" className="break-words whitespace-pre-line">
            {note}
          </span>
        )}
      </span>
      {share.can.revoke && (
        <IconButton
          label={t('parties.share.revoke', { name: to.name })}
          icon={<X />}
          isPending={isPending}
          onPress={revoke}
        />
      )}
    </li>
  )
}
