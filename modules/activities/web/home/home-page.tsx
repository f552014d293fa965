import {
  PageProblem,
  PageSkeleton,
  Slot,
  usePageTitle,
  usePermission,
  useRoute,
  useSession,
  useSlot,
  useT,
} from '@peyvand/platform/web'
import { Button, EmptyState, PageHeader, useFormat } from '@peyvand/ui'
import { Coffee, Plus } from 'lucide-react'
import { homeRoute } from '../../contract/index.ts'
import { openComposer } from '../composer/composer-store.ts'
import { DueCard } from './due-card.tsx'
import { QuickActions } from './quick-actions.tsx'
import { RecentFiles } from './recent-files.tsx'
import { WeekTiles } from './week-tiles.tsx'

/** «میز کار»: my day and what waits for me. */
export const HomePage = () => {
  const t = useT()
  const format = useFormat()
  const { user } = useSession()
  const mayCreate = usePermission('activities.create')
  const { data, error, refetch } = useRoute(homeRoute, {}, { refetchInterval: 5 * 60_000 })
  const figures = useSlot('home.figures')
  usePageTitle(t('activities.home'))
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const { dueToday, overdue, upcoming, today } = data
  return (
    <div className="mx-auto flex max-w-340 flex-col gap-4">
      <PageHeader
        title={t('activities.home.greeting', { name: user.name })}
        subtitle={<time dateTime={today}>{format.date(today, 'full')}</time>}
        actions={mayCreate && <QuickActions />}
      />
      <WeekTiles thisWeek={data.thisWeek} lastWeek={data.lastWeek} />
      {figures.length > 0 && (
        <section aria-label={t('nav.sales')} className="grid min-h-25 grid-cols-2 gap-3 lg:grid-cols-4">
          <Slot name="home.figures" with={{}} />
        </section>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,8fr)_minmax(0,5fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          {overdue.total > 0 && (
            <DueCard title={t('activities.home.overdue')} box={overdue} tone="bad" href={listOf('past')} />
          )}
          <DueCard
            title={t('activities.home.today')}
            box={dueToday}
            href={listOf('today')}
            empty={
              <EmptyState
                icon={<Coffee />}
                title={t('activities.home.nothingToday')}
                action={
                  mayCreate && (
                    <Button icon={<Plus size={16} />} onPress={() => openComposer({ kind: 'task' })}>
                      {t('activities.new.task')}
                    </Button>
                  )
                }
              >
                {t('activities.home.nothingTodayHint')}
              </EmptyState>
            }
          />
          {upcoming.total > 0 && (
            <DueCard title={t('activities.home.upcoming')} box={upcoming} href={listOf('next7Days')} />
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Slot name="home.side" with={{}} />
          <RecentFiles />
        </div>
      </div>
    </div>
  )

  function listOf(period: string) {
    const filter = {
      and: [
        { field: 'owner', op: 'in', value: [user.id] },
        { field: 'status', op: 'in', value: ['planned', 'inProgress'] },
        { field: 'dueAt', op: 'inPeriod', value: period },
      ],
    }
    return `/activities?filter=${encodeURIComponent(JSON.stringify(filter))}&sort=dueAt`
  }
}
