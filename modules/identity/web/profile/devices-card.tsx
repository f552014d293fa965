import { PageProblem, useMutateRoute, useProblemText, useRoute, useT } from '@peyvand/platform/web'
import { Badge, Button, Card, Skeleton, toast, useFormat } from '@peyvand/ui'
import { Monitor, Smartphone } from 'lucide-react'
import {
  type DeviceSession,
  listSessionsRoute,
  revokeOtherSessionsRoute,
  revokeSessionRoute,
} from '../../contract/index.ts'
import { deviceName, isPhone } from './device-name.ts'

/** Where the user is signed in, and ending those sessions. */
export function DevicesCard() {
  const t = useT()
  const problem = useProblemText()
  const { data, error, refetch } = useRoute(listSessionsRoute, {})
  const revoke = useMutateRoute(revokeSessionRoute, ['session/devices'])
  const revokeOthers = useMutateRoute(revokeOtherSessionsRoute, ['session/devices'])
  const onError = (failure: Error) => void toast({ kind: 'bad', title: problem(failure) })
  const sessions = data?.items ?? []
  return (
    <Card
      title={t('identity.ui.devices.title')}
      isFlush
      actions={
        sessions.length > 1 && (
          <Button
            size="small"
            isPending={revokeOthers.isPending}
            onPress={() => revokeOthers.mutate({}, { onError })}
          >
            {t('identity.ui.devices.endOthers')}
          </Button>
        )
      }
    >
      {error && <PageProblem error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="m-4 h-12" />}
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <Device
            key={session.id}
            session={session}
            onEnd={() => revoke.mutate({ params: { id: session.id } }, { onError })}
          />
        ))}
      </ul>
    </Card>
  )
}

function Device({ session, onEnd }: { session: DeviceSession; onEnd: () => void }) {
  const t = useT()
  const format = useFormat()
  const { userAgent, ip, lastSeenAt, createdAt, isCurrent } = session
  const Icon = isPhone(userAgent) ? Smartphone : Monitor
  return (
    <li className="flex items-center gap-3 px-4 py-2.5">
      <Icon size={18} className="shrink-0 text-muted" aria-hidden />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <bdi>{deviceName(userAgent) || t('identity.ui.devices.unknown')}</bdi>
          {isCurrent && <Badge tone="ok">{t('identity.ui.devices.current')}</Badge>}
        </p>
        <p className="text-meta text-muted">
          {t('identity.ui.devices.seen', {
            seen: format.relative(lastSeenAt),
            since: format.dateTime(createdAt),
          })}
          {ip && (
            <>
              {' · '}
              <bdi dir="ltr">{ip}</bdi>
            </>
          )}
        </p>
      </div>
      {!isCurrent && (
        <Button size="small" kind="quiet" onPress={onEnd}>
          {t('identity.ui.devices.end')}
        </Button>
      )}
    </li>
  )
}
