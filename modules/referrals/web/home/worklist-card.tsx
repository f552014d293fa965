import { useRoute, useT } from '@peyvand/platform/web'
import { Badge, Card, cx, EmptyState, Link, useFormat } from '@peyvand/ui'
import { Inbox } from 'lucide-react'
import { type WorklistItem, worklistCountsRoute, worklistRoute } from '../../contract/index.ts'
import { DeadlinePill } from '../worklist/deadline-pill.tsx'

const shown = 8

/** The top of my kartabl on the home page; fills the slot `home.side`. */
export const WorklistCard = () => {
  const t = useT()
  const format = useFormat()
  const { data: counts } = useRoute(worklistCountsRoute, {})
  const { data } = useRoute(worklistRoute, {
    params: { name: 'referred-to-me' },
    query: { limit: shown, count: 'none' },
  })
  if (!data) return null
  const mine = counts?.['referred-to-me']
  return (
    <Card
      isFlush
      title={
        <span className="flex items-center gap-2">
          {t('referrals.nav')}
          {mine && mine.unread > 0 && (
            <Badge tone="accent">{t('referrals.unreadCount', { shown: format.number(mine.unread) })}</Badge>
          )}
        </span>
      }
      actions={
        <Link href="/worklists" className="px-2">
          {t('referrals.openWorklist')}
        </Link>
      }
    >
      {data.items.length === 0 ? (
        <EmptyState icon={<Inbox />} title={t('referrals.empty')}>
          {t('referrals.emptyHint.referred-to-me')}
        </EmptyState>
      ) : (
        <ul aria-label={t('referrals.nav')} className="divide-y divide-line">
          {data.items.map((item) => (
            <Line key={item.id} item={item} />
          ))}
        </ul>
      )}
    </Card>
  )
}

const Line = ({ item }: { item: WorklistItem }) => {
  const t = useT()
  const { id, activity, from, action, unread } = item
  return (
    <li>
      <Link
        href={`/worklists?open=${id}`}
        className={cx(
          'flex items-center gap-2 rounded-control px-4 py-2 text-text decoration-transparent data-hovered:bg-surface-2 data-hovered:decoration-transparent',
          unread && 'font-semibold',
        )}
      >
        <span className="min-w-0 flex-1">
          <span className="block truncate">{activity.subject}</span>
          <span className="block truncate text-meta font-normal text-muted">
            {from.name} · {t(`referrals.asked.${action}`)}
          </span>
        </span>
        <DeadlinePill referral={item} />
      </Link>
    </li>
  )
}
