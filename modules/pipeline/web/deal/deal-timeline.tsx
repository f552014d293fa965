import { type ActivityRow, listActivitiesRoute } from '@peyvand/activities/contract'
import { ActivityIcon, InlineComposer, StatusMark } from '@peyvand/activities/web'
import { usePermission, useProblemText, useRoutePages, useT } from '@peyvand/platform/web'
import { Card, Link, Tag, useFormat } from '@peyvand/ui'
import { Timeline, type TimelineItem } from '@peyvand/ui/data'
import type { Deal } from '../../contract/index.ts'

/** What was done about the deal and what is to be done, newest first, and the way to write down more. */
export const DealTimeline = ({ deal }: { deal: Deal }) => {
  const t = useT()
  const problem = useProblemText()
  const mayRead = usePermission('activities.read')
  const mayCreate = usePermission('activities.create')
  const answer = useRoutePages(
    listActivitiesRoute,
    { query: { target: `deals:${deal.id}`, limit: 30, count: 'none' } },
    { enabled: mayRead },
  )
  const shown = useShown()
  if (!mayRead) return null
  const items = ((answer.data?.pages ?? []) as { items: ActivityRow[] }[]).flatMap((page) => page.items)
  const { id, title: name, party, deletedAt } = deal
  return (
    <>
      {mayCreate && deletedAt === null && (
        <InlineComposer targets={[{ type: 'deals', id, kind: null, name }]} parties={[party]} />
      )}
      <Card title={t('pipeline.activities')}>
        <Timeline
          label={t('pipeline.activities')}
          className={items.length > 4 ? 'h-[min(60dvh,36rem)] min-h-80' : ''}
          items={items.map(shown)}
          empty={<p className="text-muted">{t('pipeline.noActivities')}</p>}
          isLoading={answer.isLoading}
          hasOlder={answer.hasNextPage}
          isLoadingOlder={answer.isFetchingNextPage}
          onLoadOlder={() => void answer.fetchNextPage()}
          {...(answer.isError && { error: problem(answer.error) })}
          onRetry={() => void answer.refetch()}
        />
      </Card>
    </>
  )
}

function useShown(): (activity: ActivityRow) => TimelineItem {
  const t = useT()
  const format = useFormat()
  return (activity) => {
    const { id, at, kind, subject, owner, result, number } = activity
    return {
      id,
      occurredAt: at,
      icon: <ActivityIcon kind={kind} />,
      title: (
        <Link href={`/activities/${id}`} className="text-text decoration-transparent">
          <span className="font-medium">{t(`activities.kind.${kind}`)}</span>
          {': '}
          <bdi>{subject}</bdi>
        </Link>
      ),
      meta: (
        <span className="flex flex-wrap items-center gap-x-2">
          {owner.name}
          <StatusMark {...activity} />
          {result && <Tag tone="accent">{result.name}</Tag>}
          {number && <bdi>{format.digits(number)}</bdi>}
        </span>
      ),
      tone: activity.direction === 'incoming' ? 'ok' : 'accent',
    }
  }
}
