import { getSessionRoute, type Session } from '@peyvand/identity/contract'
import {
  ApiProblem,
  ListServicesContext,
  LiveProvider,
  PageProblem,
  SessionContext,
  setPreferences,
  useRoute,
} from '@peyvand/platform/web'
import { Spinner } from '@peyvand/ui'
import { useEffect } from 'react'
import { listServices } from '../list-services.ts'
import { Shell } from '../shell/shell.tsx'
import { topicPaths } from './topic-paths.ts'

/** Everything behind the sign-in, once it is known who works here with which rights. */
export function SignedIn() {
  const { data: session, error, refetch } = useRoute(getSessionRoute, {}, { staleTime: 60_000 })
  const user = session?.user
  useEffect(() => {
    if (user) followUser(user)
  }, [user])

  if (session) {
    return (
      <SessionContext value={session}>
        <ListServicesContext value={listServices}>
          <LiveProvider topicPaths={topicPaths}>
            <Shell />
          </LiveProvider>
        </ListServicesContext>
      </SessionContext>
    )
  }
  // Without a session the router is already on its way to the sign-in page.
  const isSignedOut = error instanceof ApiProblem && error.code === 'unauthenticated'
  return (
    <main className="grid min-h-dvh place-items-center">
      {error && !isSignedOut ? (
        <PageProblem error={error} onRetry={() => void refetch()} />
      ) : (
        <Spinner size={28} className="text-muted" />
      )}
    </main>
  )
}

/** The profile decides on language and theme; this device then remembers them for the next start. */
function followUser({ locale, theme }: Session['user']): void {
  setPreferences({ locale, theme })
}
