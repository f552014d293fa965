import { useProblemText, useRoutePages, useT } from '@peyvand/platform/web'
import { Button, EmptyState, Skeleton, SkeletonGroup } from '@peyvand/ui'
import { Bell } from 'lucide-react'
import { listNotificationsRoute, type Notification, type NotificationQuery } from '../../contract/index.ts'
import { NotificationRow } from './notification-row.tsx'

interface Props {
  query: Partial<NotificationQuery>
  onOpen?: () => void
}

/** Notifications page by page, with their states of loading, failure and emptiness. */
export const NotificationList = ({ query, onOpen }: Props) => {
  const t = useT()
  const problem = useProblemText()
  const pages = useRoutePages(listNotificationsRoute, { query })
  const items = ((pages.data?.pages ?? []) as { items: Notification[] }[]).flatMap((page) => page.items)
  if (pages.isLoading) {
    return (
      <SkeletonGroup className="flex flex-col gap-3 p-4">
        <Skeleton className="h-10" />
        <Skeleton className="h-10" />
        <Skeleton className="h-10" />
      </SkeletonGroup>
    )
  }
  if (pages.error && items.length === 0) {
    return (
      <EmptyState
        icon={<Bell />}
        title={problem(pages.error)}
        action={<Button onPress={() => void pages.refetch()}>{t('web.retry')}</Button>}
      />
    )
  }
  if (items.length === 0) {
    return (
      <EmptyState icon={<Bell />} title={t(`notifications.empty.${query.show ?? 'all'}`)}>
        {t('notifications.emptyHint')}
      </EmptyState>
    )
  }
  return (
    <>
      <ul aria-label={t('notifications.nav')} className="divide-y divide-line">
        {items.map((notification) => (
          <NotificationRow key={notification.id} notification={notification} onOpen={onOpen} />
        ))}
      </ul>
      {pages.hasNextPage && (
        <div className="grid place-items-center border-t border-line p-3">
          <Button isPending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
            {t('notifications.more')}
          </Button>
        </div>
      )}
    </>
  )
}
