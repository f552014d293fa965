import { PageProblem, useRoutePages, useT } from '@peyvand/platform/web'
import { Button, EmptyState, Skeleton, SkeletonGroup } from '@peyvand/ui'
import { History } from 'lucide-react'
import type { RecordChanges as Page } from '../../contract/index.ts'
import { ChangeBlock } from './change-block.tsx'
import type { RecordHistory } from './history-words.ts'
import { useRestore } from './use-restore.ts'

/** Who changed what and when, newest first; an earlier value is brought back from here. */
export const RecordChanges = ({ history }: { history: RecordHistory }) => {
  const t = useT()
  const restore = useRestore(history)
  const answer = useRoutePages(history.routes.changes, { params: { id: history.id }, query: {} })
  const items = ((answer.data?.pages ?? []) as Page[]).flatMap((page) => page.items)
  if (answer.isError) return <PageProblem error={answer.error} onRetry={() => void answer.refetch()} />
  if (answer.isLoading) {
    return (
      <SkeletonGroup className="flex flex-col gap-3">
        <Skeleton width="60%" />
        <Skeleton width="80%" />
        <Skeleton width="50%" />
      </SkeletonGroup>
    )
  }
  if (items.length === 0) return <EmptyState icon={<History />} title={t('history.changes.none')} />
  return (
    <div className="flex flex-col gap-3">
      <ol className="flex flex-col gap-3">
        {items.map((change) => (
          <li key={change.id}>
            <ChangeBlock
              change={change}
              history={history}
              onRestore={(changeId, row) => void restore(changeId, row)}
            />
          </li>
        ))}
      </ol>
      {answer.hasNextPage && (
        <Button
          className="self-center"
          isPending={answer.isFetchingNextPage}
          onPress={() => void answer.fetchNextPage()}
        >
          {t('history.changes.older')}
        </Button>
      )}
    </div>
  )
}
