import {
  callApi,
  invalidateTopics,
  Slot,
  usePageTitle,
  useProblemText,
  useRoute,
  useRoutePages,
  useT,
} from '@peyvand/platform/web'
import { EmptyState, lazyPart, PageHeader, useUi } from '@peyvand/ui'
import { dayGroupOf, MasterDetail, useDataTexts } from '@peyvand/ui/data'
import { Inbox } from 'lucide-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import {
  bulkReferralsRoute,
  type WorklistItem,
  worklistCountsRoute,
  worklistRoute,
} from '../../contract/index.ts'
import { DeadlinePill } from './deadline-pill.tsx'
import { ReferralDetail } from './referral-detail.tsx'
import { useAct } from './use-act.ts'
import { WorklistFilters, WorklistTabs } from './worklist-header.tsx'
import { WorklistLine } from './worklist-line.tsx'
import { useWorklistState, worklistQuery } from './worklist-state.ts'

const BulkReferrals = lazyPart(async () => (await import('./bulk-referrals.tsx')).BulkReferrals)
const ReferDialog = lazyPart(async () => (await import('../refer/refer-dialog.tsx')).ReferDialog)

/** The kartabl: what was referred, beside the item being read. */
export const WorklistPage = () => {
  const t = useT()
  const words = useDataTexts()
  const problem = useProblemText()
  const act = useAct()
  const { timeZone } = useUi()
  const [state, setState] = useWorklistState()
  const { data: counts } = useRoute(worklistCountsRoute, {})
  const pages = useRoutePages(worklistRoute, {
    params: { name: state.list },
    query: worklistQuery(state),
  })
  const loaded = useMemo(
    () => ((pages.data?.pages ?? []) as { items: WorklistItem[] }[]).flatMap(({ items }) => items),
    [pages.data],
  )
  const { items, markRead, forget } = useReading(loaded, state)
  const [selection, setSelection] = useState<readonly string[]>([])
  const [referring, setReferring] = useState<WorklistItem | null>(null)
  usePageTitle(t('referrals.nav'))

  const onOpen = (id: string | null) =>
    setState({ open: id ?? undefined }, { push: id !== null && !state.open })
  const opened = items.find(({ id }) => id === state.open)
  useEffect(() => {
    if (opened?.unread) markRead(opened)
  }, [opened, markRead])

  const onShortcut = (key: string, item: WorklistItem) => {
    if (key === 'R' && item.can.refer) setReferring(item)
    if (key === 'E' && item.can.actions.includes('finish')) {
      forget()
      void act(item, 'finish')
    }
    if (key === 'E' && item.can.actions.includes('close')) {
      forget()
      void act(item, 'close')
    }
  }
  return (
    <div className="flex h-full min-h-0 flex-col gap-3">
      <PageHeader title={t('referrals.nav')} />
      <WorklistTabs
        counts={counts}
        value={state.list}
        onChange={(list) => {
          setSelection([])
          setState({ list, open: undefined, chip: undefined })
        }}
      />
      <MasterDetail<WorklistItem>
        className="flex min-h-0 flex-1"
        label={t(`referrals.worklist.${state.list}`)}
        detailLabel={t('referrals.referral')}
        items={items}
        itemId={({ id }) => id}
        itemLabel={({ activity }) => activity.subject}
        renderItem={(item) => <WorklistLine item={item} list={state.list} />}
        renderDetail={(item) => (
          <ReferralDetail key={item.id} id={item.id} onDone={forget} onRefer={() => setReferring(item)} />
        )}
        isUnread={({ unread }) => unread}
        deadline={(item) => <DeadlinePill referral={item} />}
        itemActions={(item) => <Slot name="referrals.worklist.item" with={{ referral: item }} />}
        {...(state.sort === '-createdAt' && {
          groupOf: ({ createdAt }: WorklistItem) => {
            const key = dayGroupOf(createdAt, { now: new Date(), timeZone })
            return { key, label: words.dayGroups[key] }
          },
        })}
        openId={state.open ?? null}
        onOpen={onOpen}
        selection={selection}
        onSelectionChange={setSelection}
        bulkActions={(ids) => <BulkReferrals ids={ids} list={state.list} onDone={() => setSelection([])} />}
        onShortcut={onShortcut}
        header={<WorklistFilters state={state} setState={setState} counts={counts} />}
        isLoading={pages.isLoading}
        hasMore={pages.hasNextPage}
        isLoadingMore={pages.isFetchingNextPage}
        onLoadMore={() => void pages.fetchNextPage()}
        error={pages.error ? problem(pages.error) : null}
        onRetry={() => void pages.refetch()}
        empty={
          <EmptyState
            icon={<Inbox />}
            title={t(state.chip || state.q ? 'web.nothingMatches' : 'referrals.empty')}
          >
            {t(`referrals.emptyHint.${state.list}`)}
          </EmptyState>
        }
      />
      {referring && (
        <ReferDialog
          about={{ parentId: referring.id, confidential: referring.confidential }}
          subject={referring.activity.subject}
          onClose={() => setReferring(null)}
          onReferred={forget}
        />
      )}
    </div>
  )
}

/**
 * The items with the one being read among them: reading takes the unread mark away, and an item of the list of
 * unread ones would vanish under the eyes.
 */
function useReading(
  loaded: readonly WorklistItem[],
  { chip, open, list }: { chip?: string | undefined; open?: string | undefined; list: string },
) {
  const [kept, setKept] = useState<{ item: WorklistItem; at: number; list: string } | null>(null)
  const markRead = useCallback(
    (item: WorklistItem) => {
      const at = loaded.findIndex(({ id }) => id === item.id)
      if (at >= 0 && chip === 'unread') setKept({ item: { ...item, unread: false }, at, list })
      callApi(bulkReferralsRoute, { body: { ids: [item.id], action: { type: 'markRead' } } }).then(
        () => invalidateTopics(['worklists', 'referrals']),
        // It stays unread and is tried again the next time it is opened.
        () => {},
      )
    },
    [loaded, chip, list],
  )
  const isKept =
    kept !== null && kept.list === list && kept.item.id === open && !loaded.some(({ id }) => id === open)
  const items = isKept ? loaded.toSpliced(kept.at, 0, kept.item) : loaded
  return { items, markRead, forget: () => setKept(null) }
}
