import { PageProblem, PageSkeleton, useRoutePages, useT } from '@peyvand/platform/web'
import { Bdi, Button, Card, EmptyState, StatusPill, useFormat } from '@peyvand/ui'
import { Send } from 'lucide-react'
import { listOutgoingMessagesRoute, type OutgoingMessage } from '../contract/index.ts'

const tones = {
  queued: 'neutral',
  sending: 'accent',
  sent: 'ok',
  failed: 'bad',
  uncertain: 'warn',
} as const

/** What was sent and what became of it, newest first. */
export const MessageLog = () => {
  const t = useT()
  const pages = useRoutePages(listOutgoingMessagesRoute, { query: { count: 'none' } })
  const items = ((pages.data?.pages ?? []) as { items: OutgoingMessage[] }[]).flatMap((page) => page.items)
  if (pages.error) return <PageProblem error={pages.error} onRetry={() => void pages.refetch()} />
  if (pages.isLoading) return <PageSkeleton />
  if (items.length === 0) {
    return (
      <EmptyState icon={<Send />} title={t('channels.log.empty')}>
        {t('channels.log.emptyHint')}
      </EmptyState>
    )
  }
  return (
    <Card isFlush>
      <ul aria-label={t('channels.tab.log')} className="divide-y divide-line">
        {items.map((message) => (
          <MessageRow key={message.id} message={message} />
        ))}
      </ul>
      {pages.hasNextPage && (
        <div className="grid place-items-center border-t border-line p-3">
          <Button isPending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
            {t('channels.log.more')}
          </Button>
        </div>
      )}
    </Card>
  )
}

const MessageRow = ({ message }: { message: OutgoingMessage }) => {
  const t = useT()
  const format = useFormat()
  const { channel, to, subject, state, fault, createdAt, attempts } = message
  const known = fault && t(`error.${fault}`)
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="truncate">{subject ?? t(`channels.${channel}`)}</p>
        <p className="flex flex-wrap gap-x-2 text-meta text-muted">
          <Bdi>{to}</Bdi>
          <time dateTime={createdAt}>{format.dateTime(createdAt)}</time>
          {attempts > 1 && <span>{t('channels.log.attempts', { count: attempts })}</span>}
        </p>
        {fault && (
          <p className="text-meta break-words text-bad">
            {known === `error.${fault}` ? <bdi dir="ltr">{fault}</bdi> : known}
          </p>
        )}
      </div>
      <StatusPill tone={tones[state]}>{t(`channels.state.${state}`)}</StatusPill>
    </li>
  )
}
