import { getSessionRoute, type Session } from '@peyvand/identity/contract'
import { finishSigningOut, isSigningOut } from '@peyvand/identity/web'
import {
  ApiProblem,
  ListServicesContext,
  LiveProvider,
  OfflineError,
  type OfflinePart,
  PageProblem,
  SessionContext,
  setPreferences,
  useRoute,
} from '@peyvand/platform/web'
import { Spinner } from '@peyvand/ui'
import { useEffect, useState } from 'react'
import { listServices } from '../list-services.ts'
import { loadOffline } from '../offline/load-offline.ts'
import { OfflineScope } from '../offline/offline-scope.tsx'
import { Shell } from '../shell/shell.tsx'
import { topicPaths } from './topic-paths.ts'

/** Everything behind the sign-in, once it is known who works here with which rights. */
export function SignedIn() {
  const isLeaving = isSigningOut()
  const {
    data: session,
    error,
    refetch,
  } = useRoute(getSessionRoute, {}, { staleTime: 60_000, enabled: !isLeaving })
  const parts = useOfflineParts()
  const user = session?.user
  useEffect(() => {
    if (user) followUser(user)
  }, [user])

  if (session && parts) {
    return (
      <SessionContext value={session}>
        <ListServicesContext value={listServices}>
          <LiveProvider topicPaths={topicPaths}>
            <OfflineScope key={session.user.id} session={session} parts={parts}>
              <Shell />
            </OfflineScope>
          </LiveProvider>
        </ListServicesContext>
      </SessionContext>
    )
  }
  // Without a session the router is already on its way to the sign-in page.
  const isSignedOut = error instanceof ApiProblem && error.code === 'unauthenticated'
  const fault = isLeaving ? new OfflineError() : error
  const retry = isLeaving ? () => finishSigningOut().then(() => window.location.reload()) : refetch
  return (
    <main className="grid min-h-dvh place-items-center">
      {fault && !isSignedOut ? (
        <PageProblem error={fault} onRetry={() => void retry()} />
      ) : (
        <Spinner size={28} className="text-muted" />
      )}
    </main>
  )
}

// Asked for together with the session, so that neither waits for the other.
const loading = loadOffline()

function useOfflineParts(): readonly OfflinePart[] | null {
  const [parts, setParts] = useState<readonly OfflinePart[] | null>(null)
  useEffect(() => void loading.then(setParts), [])
  return parts
}

/** The profile decides on language and theme; this device then remembers them for the next start. */
function followUser({ locale, theme }: Session['user']): void {
  setPreferences({ locale, theme })
}
