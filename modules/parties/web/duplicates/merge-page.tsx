import { usePageTitle, useT, useUrlState } from '@peyvand/platform/web'
import { Breadcrumbs, Card, EmptyState, PageHeader } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { Merge } from 'lucide-react'
import { z } from 'zod'
import { PairReview } from './pair-review.tsx'

const Two = z.object({ first: z.uuid().optional(), second: z.uuid().optional() })

/** Two records that somebody chose to merge. */
export const MergePage = () => {
  const t = useT()
  const navigate = useNavigate()
  const [{ first, second }] = useUrlState(Two)
  usePageTitle(t('parties.duplicates.mergeTwo'))
  const open = (id: string) => void navigate({ to: `/parties/${id}` as never, replace: true })
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={t('parties.duplicates.mergeTwo')}
        breadcrumbs={<Breadcrumbs items={[{ label: t('parties.nav'), href: '/parties' }]} />}
      />
      <Card>
        {first && second && first !== second ? (
          <PairReview
            firstId={first}
            secondId={second}
            onMerged={({ id }) => open(id)}
            onDismissed={() => open(first)}
          />
        ) : (
          <EmptyState icon={<Merge />} title={t('parties.duplicates.chooseTwo')} />
        )}
      </Card>
    </div>
  )
}
