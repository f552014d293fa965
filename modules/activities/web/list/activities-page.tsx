import type { Filter } from '@peyvand/platform/contract'
import {
  ListPage,
  PageProblem,
  PageSkeleton,
  Slot,
  usePageTitle,
  usePermission,
  useRoute,
  useT,
} from '@peyvand/platform/web'
import { Button, EmptyState, lazyPart, Tabs } from '@peyvand/ui'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { ListTodo, Plus } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import {
  type ActivityKind,
  type ActivityRow,
  activityFieldsRoute,
  activityKinds,
  ActivityKind as Kind,
  listActivitiesRoute,
  summarizeActivitiesRoute,
} from '../../contract/index.ts'
import { openComposer } from '../composer/composer-store.ts'
import { kindIcons } from '../kinds/kind-icons.ts'
import { kindOfPath, kindPaths } from '../kinds/kind-paths.ts'
import { ActivityCard, defaultColumns, useActivityColumns } from './activity-columns.tsx'
import { useActivityEdits } from './use-activity-edits.tsx'

const BulkActions = lazyPart(async () => (await import('./bulk-actions.tsx')).BulkActions)
const ActivityPeek = lazyPart(async () => (await import('../activity/activity-peek.tsx')).ActivityPeek)

/** The list of one kind or of all, by its address. */
export const ActivitiesPage = () => {
  const kind = useLocation({ select: ({ pathname }) => kindOfPath(pathname) })
  useOpenFromAddress(kind)
  return <ActivityList key={kind ?? 'all'} kind={kind} />
}

const ActivityList = ({ kind }: { kind: ActivityKind | null }) => {
  const t = useT()
  const navigate = useNavigate()
  const mayCreate = usePermission('activities.create')
  const { edits, saveCells } = useActivityEdits()
  const columns = useActivityColumns(edits)
  const { data, error, refetch } = useRoute(activityFieldsRoute, {}, { staleTime: 5 * 60_000 })
  const title = t(kind ? `activities.kinds.${kind}` : 'activities.nav')
  usePageTitle(title)
  const baseFilter = useMemo<Filter | undefined>(
    () => (kind ? { field: 'kind', op: 'eq', value: kind } : undefined),
    [kind],
  )
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const add = mayCreate && (
    <Button
      kind="primary"
      icon={<Plus size={16} aria-hidden />}
      onPress={() => openComposer({ kind: kind ?? 'call' })}
    >
      {t(kind ? `activities.new.${kind}` : 'activities.new')}
    </Button>
  )
  return (
    <ListPage<ActivityRow>
      list={kind ? `activities.${kind}` : 'activities'}
      title={title}
      below={<KindTabs kind={kind} />}
      route={listActivitiesRoute}
      summaryRoute={summarizeActivitiesRoute}
      {...(baseFilter && { baseFilter })}
      fields={data.fields as never}
      relations={data.relations as never}
      columns={columns}
      defaultColumns={
        kind === 'letter' ? ['subject', 'direction', 'number', ...defaultColumns.slice(1)] : defaultColumns
      }
      defaultSort="-at"
      rowLabel={({ subject }) => subject}
      onOpen={({ id }) => void navigate({ to: `/activities/${id}` as never })}
      renderPeek={({ id, place, close, walk }) => (
        <ActivityPeek id={id} place={place} onClose={close} walk={walk} />
      )}
      saveCells={saveCells}
      renderCard={(row) => <ActivityCard row={row} />}
      bulkActions={(selection, count, clear) => (
        <BulkActions kind={kind} selection={selection} count={count} clear={clear} />
      )}
      actions={(shown) => (
        <>
          <Slot name="activities.list.actions" with={{ record: 'activities', shown }} />
          {add}
        </>
      )}
      searchLabel={t('activities.search')}
      empty={
        <EmptyState icon={<ListTodo />} title={t('activities.empty')} action={add}>
          {t('activities.emptyHint')}
        </EmptyState>
      }
    />
  )
}

const KindTabs = ({ kind }: { kind: ActivityKind | null }) => {
  const t = useT()
  const items = [
    { id: 'all', label: t('activities.all'), href: '/activities' },
    ...activityKinds.map((id) => {
      const Icon = kindIcons[id]
      return { id, label: t(`activities.kinds.${id}`), icon: <Icon aria-hidden />, href: kindPaths[id] }
    }),
  ]
  return <Tabs label={t('activities.kind')} items={items} value={kind ?? 'all'} />
}

/** `?new=call` opens the form, for commands; the address then forgets it. */
function useOpenFromAddress(kind: ActivityKind | null): void {
  const navigate = useNavigate()
  const asked = useLocation({ select: ({ search }) => (search as Record<string, unknown>)['new'] })
  useEffect(() => {
    if (asked === undefined) return
    const parsed = Kind.safeParse(asked)
    openComposer({ kind: parsed.success ? parsed.data : (kind ?? 'call') })
    void navigate({
      to: '.',
      search: ((before: Record<string, unknown>) => ({ ...before, new: undefined })) as never,
      replace: true,
    })
  }, [asked, kind, navigate])
}
