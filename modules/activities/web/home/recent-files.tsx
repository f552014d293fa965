import { listRecentPartiesRoute } from '@peyvand/parties/contract'
import { openQuickCreate } from '@peyvand/parties/web'
import { usePermission, useRoute, useT } from '@peyvand/platform/web'
import { Avatar, Button, Card, EmptyState, Link, useFormat } from '@peyvand/ui'
import { FolderOpen, Star, UserRoundPlus } from 'lucide-react'

/** The files I opened last, and those I keep at hand. */
export const RecentFiles = () => {
  const t = useT()
  const mayRead = usePermission('parties.read')
  const mayCreate = usePermission('parties.create')
  const { data } = useRoute(listRecentPartiesRoute, { query: { limit: 8 } }, { enabled: mayRead })
  if (!mayRead || !data) return null
  const starred = data.starred.slice(0, 5)
  const recent = data.recent.filter(({ id }) => !starred.some((one) => one.id === id))
  return (
    <Card title={t('activities.home.files')} isFlush>
      {starred.length + recent.length === 0 ? (
        <EmptyState
          icon={<FolderOpen />}
          title={t('activities.home.noFiles')}
          action={
            mayCreate && (
              <Button icon={<UserRoundPlus size={16} />} onPress={() => openQuickCreate()}>
                {t('activities.home.newParty')}
              </Button>
            )
          }
        >
          {t('activities.home.noFilesHint')}
        </EmptyState>
      ) : (
        <ul aria-label={t('activities.home.files')} className="py-1">
          {[...starred, ...recent].map((party) => (
            <FileLine key={party.id} party={party} />
          ))}
        </ul>
      )}
    </Card>
  )
}

type Visited = { id: string; name: string; kind: string; starred: boolean; seenAt: string | null }

const FileLine = ({ party }: { party: Visited }) => {
  const t = useT()
  const format = useFormat()
  const { id, name, kind, starred, seenAt } = party
  return (
    <li>
      <Link
        href={`/parties/${id}`}
        className="flex min-h-10 items-center gap-2.5 rounded-control px-4 text-text decoration-transparent data-hovered:bg-surface-2 data-hovered:decoration-transparent"
      >
        <Avatar name={name} size={24} shape={kind === 'organization' ? 'square' : 'round'} />
        <span className="min-w-0 flex-1 truncate">{name}</span>
        {starred && (
          <Star size={14} className="fill-current text-warn" aria-label={t('activities.home.starred')} />
        )}
        {seenAt && <span className="text-meta text-muted">{format.relative(seenAt)}</span>}
      </Link>
    </li>
  )
}
