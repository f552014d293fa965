import {
  invalidateTopics,
  useLive,
  usePermission,
  useProblemText,
  useRoutePages,
  useT,
} from '@peyvand/platform/web'
import { Card, Link, Tag, useFormat } from '@peyvand/ui'
import { Timeline, type TimelineItem } from '@peyvand/ui/data'
import { useCallback } from 'react'
import { type ActivityRow, listActivitiesRoute } from '../../contract/index.ts'
import { InlineComposer } from '../composer/lazy-composer.ts'
import type { ComposerStart } from '../composer/use-composer.ts'
import { ActivityIcon } from '../display/activity-icon.tsx'
import { StatusMark } from '../display/status-mark.tsx'

type Target = NonNullable<ComposerStart['targets']>[number]

type Props = {
  target: Target
  /** Whom the record is of; new activities are with them too. */
  parties: NonNullable<ComposerStart['parties']>
  /** No new ones, such as where the record lies in the bin. */
  isClosed: boolean
  label: string
  /** Said where there is none yet. */
  empty: string
}

/** What was done about a record and what is to be done, newest first, and the way to write down more. */
export const TargetTimeline = ({ target, parties, isClosed, label, empty }: Props) => {
  const problem = useProblemText()
  const mayRead = usePermission('activities.read')
  const mayCreate = usePermission('activities.create')
  const answer = useRoutePages(
    listActivitiesRoute,
    { query: { target: `${target.type}:${target.id}`, limit: 30, count: 'none' } },
    { enabled: mayRead },
  )
  useLive(
    target.type,
    useCallback(
      ({ id }: { id?: string }) => {
        if (id === target.id) void invalidateTopics(['activities'])
      },
      [target.id],
    ),
  )
  const shown = useShown()
  if (!mayRead) return null
  const items = ((answer.data?.pages ?? []) as { items: ActivityRow[] }[]).flatMap((page) => page.items)
  return (
    <>
      {mayCreate && !isClosed && <InlineComposer targets={[target]} parties={parties} />}
      <Card title={label}>
        <Timeline
          label={label}
          className={items.length > 4 ? 'h-[min(60dvh,36rem)] min-h-80' : ''}
          items={items.map(shown)}
          empty={<p className="text-muted">{empty}</p>}
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
    const { id, at, kind, subject, owner, result, number, parties } = activity
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
          {parties.map((party) => (
            <Link key={party.id} href={`/parties/${party.id}`} className="text-meta">
              {party.name}
            </Link>
          ))}
        </span>
      ),
      tone: activity.direction === 'incoming' ? 'ok' : 'accent',
    }
  }
}
