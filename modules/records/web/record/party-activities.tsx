import { listActivitiesRoute } from '@peyvand/activities/contract'
import { ActivityIcon, openComposer } from '@peyvand/activities/web'
import type { Ref } from '@peyvand/platform/contract'
import { usePermission, useRoute, useT } from '@peyvand/platform/web'
import { Button, Card, Link, Skeleton, useFormat } from '@peyvand/ui'
import { Plus } from 'lucide-react'

const shown = 8

/** The last activities with the record's party that the reader may see, and the way to a new one. */
export const PartyActivities = ({ party }: { party: Ref }) => {
  const t = useT()
  const format = useFormat()
  const mayRead = usePermission('activities.read')
  const mayCreate = usePermission('activities.create')
  const { data } = useRoute(
    listActivitiesRoute,
    { query: { partyId: party.id, limit: shown, count: 'none' } },
    { enabled: mayRead },
  )
  if (!mayRead) return null
  return (
    <Card
      title={t('records.activitiesWith', { name: party.name })}
      actions={
        mayCreate && (
          <Button
            size="small"
            icon={<Plus size={15} aria-hidden />}
            onPress={() => openComposer({ kind: 'call', parties: [party] })}
          >
            {t('activities.new.call')}
          </Button>
        )
      }
    >
      {!data && <Skeleton className="h-16" />}
      {data?.items.length === 0 && <p className="text-muted">{t('records.noActivities')}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {data?.items.map(({ id, kind, subject, at }) => (
          <li key={id} className="flex items-center gap-2 py-1.5">
            <ActivityIcon kind={kind} />
            <Link href={`/activities/${id}`} className="min-w-0 flex-1 truncate">
              <bdi>{subject}</bdi>
            </Link>
            <time dateTime={at} className="text-meta text-muted">
              {format.dateTime(at, 'short')}
            </time>
          </li>
        ))}
      </ul>
    </Card>
  )
}
