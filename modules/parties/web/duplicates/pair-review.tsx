import { PageProblem, PageSkeleton, useRoute } from '@peyvand/platform/web'
import { getPartyRoute, type Party } from '../../contract/index.ts'
import { MergePanel } from './merge-panel.tsx'

type Props = {
  firstId: string
  secondId: string
  onMerged: (survivor: Party) => void
  onDismissed: () => void
}

/** Reads both records and puts them side by side. */
export const PairReview = ({ firstId, secondId, onMerged, onDismissed }: Props) => {
  const first = useRoute(getPartyRoute, { params: { id: firstId } })
  const second = useRoute(getPartyRoute, { params: { id: secondId } })
  const error = first.error ?? second.error
  if (error) {
    const retry = () => void Promise.all([first.refetch(), second.refetch()])
    return <PageProblem error={error} onRetry={retry} />
  }
  if (!first.data || !second.data) return <PageSkeleton />
  const key = `${firstId} ${first.data.version} ${secondId} ${second.data.version}`
  return (
    <MergePanel
      key={key}
      pair={{ first: first.data, second: second.data }}
      onMerged={onMerged}
      onDismissed={onDismissed}
    />
  )
}
