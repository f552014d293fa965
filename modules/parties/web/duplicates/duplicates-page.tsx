import {
  callApi,
  followOperation,
  PageProblem,
  PageSkeleton,
  usePageTitle,
  useProblemText,
  useRoutePages,
  useT,
  useUrlState,
} from '@peyvand/platform/web'
import { Button, Card, EmptyState, newId, PageHeader, SegmentedControl, toast, useFormat } from '@peyvand/ui'
import { ArrowRight, CopyCheck, RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { type DuplicatePair, findDuplicatePairsRoute, listDuplicatePairsRoute } from '../../contract/index.ts'
import { PairList } from './pair-list.tsx'
import { PairReview } from './pair-review.tsx'
import { useMerge } from './use-merge.ts'
import { useReviewKeys } from './use-review-keys.ts'

const State = z.object({
  pair: z.string().optional(),
  show: z.enum(['open', 'dismissed']).default('open').catch('open'),
})

const pairId = ({ first, second }: DuplicatePair): string => `${first.id}~${second.id}`

/** Records that look like one party, pair by pair; after a decision the next pair comes by itself. */
export const DuplicatesPage = () => {
  const t = useT()
  const format = useFormat()
  usePageTitle(t('parties.duplicates'))
  const [{ pair: wanted, show }, setState] = useUrlState(State)
  const { data, error, refetch, fetchNextPage, hasNextPage } = useRoutePages(listDuplicatePairsRoute, {
    query: { dismissed: show === 'dismissed' ? 'true' : 'false' },
  })
  const { dismiss } = useMerge()
  const { isFinding, find } = useFinding()
  const pairs = data?.pages.flatMap(({ items }) => items) ?? []
  const at = Math.max(
    0,
    pairs.findIndex((pair) => pairId(pair) === wanted),
  )
  const current = pairs[at]

  const choose = (pair: DuplicatePair | undefined) => setState({ pair: pair && pairId(pair) })
  const goOn = () => choose(wanted ? (pairs[at + 1] ?? pairs[at - 1]) : undefined)
  const step = (by: number) => choose(pairs[Math.min(pairs.length - 1, Math.max(0, at + by))])
  useReviewKeys({ KeyJ: () => step(1), KeyK: () => step(-1) }, pairs.length > 0)

  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const { total = 0, foundAt = null } = data.pages[0] ?? {}
  return (
    <div className="flex min-h-0 flex-col gap-4">
      <PageHeader
        title={t('parties.duplicates')}
        count={format.number(total)}
        subtitle={
          foundAt
            ? t('parties.duplicates.foundAt', { when: format.dateTime(foundAt) })
            : t('parties.duplicates.neverFound')
        }
        actions={
          <>
            <SegmentedControl
              label={t('parties.duplicates.show')}
              value={show}
              onChange={(next) => setState({ show: next, pair: undefined })}
              options={[
                { id: 'open', label: t('parties.duplicates.open') },
                { id: 'dismissed', label: t('parties.duplicates.notOnes') },
              ]}
            />
            <Button
              isDisabled={isFinding}
              icon={<RefreshCw size={16} aria-hidden />}
              onPress={() => void find()}
            >
              {t('parties.duplicates.find')}
            </Button>
          </>
        }
      />
      {current ? (
        <div className="grid items-start gap-4 lg:grid-cols-[20rem_minmax(0,1fr)]">
          <Card className={wanted ? 'max-lg:hidden' : ''} isFlush>
            <PairList
              pairs={pairs}
              current={current}
              onChoose={choose}
              {...(hasNextPage && { onMore: () => void fetchNextPage() })}
              {...(show === 'dismissed' && { onReturn: (pair: DuplicatePair) => void dismiss(pair, false) })}
            />
          </Card>
          <Card className={wanted ? '' : 'max-lg:hidden'}>
            <Button
              kind="quiet"
              size="small"
              className="mb-2 lg:hidden"
              icon={<ArrowRight size={16} className="ltr:rotate-180" aria-hidden />}
              onPress={() => choose(undefined)}
            >
              {t('parties.duplicates.backToList')}
            </Button>
            <PairReview
              key={pairId(current)}
              firstId={current.first.id}
              secondId={current.second.id}
              onMerged={goOn}
              onDismissed={goOn}
            />
          </Card>
        </div>
      ) : (
        <Card>
          <EmptyState icon={<CopyCheck />} title={t('parties.duplicates.none')}>
            {t('parties.duplicates.noneHint')}
          </EmptyState>
        </Card>
      )}
    </div>
  )
}

function useFinding() {
  const t = useT()
  const problem = useProblemText()
  const [isFinding, setFinding] = useState(false)
  const find = async () => {
    setFinding(true)
    try {
      const { operationId } = await callApi(findDuplicatePairsRoute, {}, { idempotencyKey: newId() })
      await followOperation(t, operationId, ['parties'])
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    } finally {
      setFinding(false)
    }
  }
  return { isFinding, find }
}
