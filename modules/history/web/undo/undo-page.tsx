import {
  PageProblem,
  PageSkeleton,
  usePageTitle,
  useRoutePages,
  useT,
  useUrlState,
} from '@peyvand/platform/web'
import { Button, EmptyState, PageHeader, SegmentedControl } from '@peyvand/ui'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { listUndoRoute, type UndoEntry } from '../../contract/index.ts'
import { UndoDialog } from './undo-dialog.tsx'
import { UndoItem } from './undo-item.tsx'

const Shown = z.object({ show: z.literal('all').optional() })

/** What was done to many records at once or cannot be seen any more, each with its way back. */
export const UndoPage = () => {
  const t = useT()
  usePageTitle(t('history.undo'))
  const [{ show }, setUrl] = useUrlState(Shown)
  const [openOnes] = useState(open)
  const [asked, setAsked] = useState<UndoEntry | null>(null)
  const answer = useRoutePages(listUndoRoute, {
    query: { limit: 30, count: 'none', ...(show ? {} : openOnes) },
  })
  const entries = answer.data?.pages.flatMap(({ items }) => items as UndoEntry[]) ?? []
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={t('history.undo')}
        subtitle={t('history.undo.intro')}
        actions={
          <SegmentedControl
            label={t('history.undo.filter')}
            value={show ?? 'open'}
            onChange={(next) => setUrl({ show: next === 'all' ? 'all' : undefined })}
            options={[
              { id: 'open', label: t('history.undo.filter.open') },
              { id: 'all', label: t('history.undo.filter.all') },
            ]}
          />
        }
      />
      {answer.isError ? (
        <PageProblem error={answer.error} onRetry={() => void answer.refetch()} />
      ) : answer.isLoading ? (
        <PageSkeleton />
      ) : entries.length === 0 ? (
        <EmptyState icon={<Undo2 />} title={t('history.undo.none')}>
          {t('history.undo.noneHint')}
        </EmptyState>
      ) : (
        <ul
          aria-label={t('history.undo')}
          className="divide-y divide-line rounded-panel border border-line bg-surface"
        >
          {entries.map((entry) => (
            <UndoItem key={entry.id} entry={entry} onAsk={() => setAsked(entry)} />
          ))}
        </ul>
      )}
      {answer.hasNextPage && (
        <Button
          className="self-center"
          isPending={answer.isFetchingNextPage}
          onPress={() => void answer.fetchNextPage()}
        >
          {t('history.undo.older')}
        </Button>
      )}
      {asked && <UndoDialog entry={asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

/** The day is enough: an address that changes by the second would be asked anew each time. */
const open = () => ({
  filter: JSON.stringify({
    and: [
      { field: 'undoUntil', op: 'gte', value: `${new Date().toISOString().slice(0, 10)}T00:00:00Z` },
      { field: 'state', op: 'in', value: ['done', 'failed'] },
    ],
  }),
})
