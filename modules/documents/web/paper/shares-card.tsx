import { joinFacts } from '@peyvand/persian'
import {
  callApi,
  invalidateTopics,
  usePermission,
  useProblemText,
  useRoute,
  useT,
} from '@peyvand/platform/web'
import { Bdi, Card, confirm, IconButton, toast, useFormat } from '@peyvand/ui'
import { Link2Off } from 'lucide-react'
import {
  type Document,
  type DocumentShare,
  listDocumentSharesRoute,
  revokeDocumentShareRoute,
} from '../../contract/index.ts'

/** To whom a document was sent, and whether they looked at it; nothing where it was sent to nobody. */
export const SharesCard = ({ document: { id } }: { document: Document }) => {
  const t = useT()
  const items = useRoute(listDocumentSharesRoute, { params: { id } }).data?.items ?? []
  if (items.length === 0) return null
  return (
    <Card title={t('documents.shares')} isFlush>
      <ul className="divide-y divide-line">
        {items.map((share) => (
          <ShareRow key={share.id} documentId={id} share={share} />
        ))}
      </ul>
    </Card>
  )
}

const ShareRow = ({ documentId, share }: { documentId: string; share: DocumentShare }) => {
  const t = useT()
  const format = useFormat()
  const problem = useProblemText()
  const sends = usePermission('documents.issue')
  const { channel, recipient, createdAt, createdBy, seenAt, revokedAt, expiresAt } = share
  const revoke = async () => {
    const isSure = await confirm({
      title: t('documents.shares.close'),
      body: t('documents.shares.closeHint'),
      confirmLabel: t('documents.shares.close'),
      isDanger: true,
    })
    if (!isSure) return
    try {
      await callApi(revokeDocumentShareRoute, { params: { id: documentId, shareId: share.id } })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
    await invalidateTopics(['documents'])
  }
  const standing = revokedAt
    ? t('documents.shares.closed', { at: format.dateTime(revokedAt) })
    : seenAt
      ? t('documents.shares.seen', { at: format.dateTime(seenAt), count: format.number(share.views) })
      : t('documents.shares.unseen')
  return (
    <li className="flex items-center gap-2 px-4 py-2.5">
      <div className="min-w-0 flex-1 text-meta">
        <p className="font-medium">{recipient ? <Bdi>{recipient}</Bdi> : t(`documents.send.${channel}`)}</p>
        <p className="text-muted">{joinFacts([format.dateTime(createdAt), createdBy?.name])}</p>
        <p className="text-muted">
          {joinFacts([
            standing,
            !revokedAt && t('documents.shares.until', { at: format.dateTime(expiresAt) }),
          ])}
        </p>
      </div>
      {sends && !revokedAt && (
        <IconButton label={t('documents.shares.close')} icon={<Link2Off />} onPress={() => void revoke()} />
      )}
    </li>
  )
}
