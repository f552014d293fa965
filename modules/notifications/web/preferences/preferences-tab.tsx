import { PageProblem, PageSkeleton, useRoute } from '@peyvand/platform/web'
import { getPreferencesRoute } from '../../contract/index.ts'
import { PushCard } from '../push/push-card.tsx'
import { ChannelsCard } from './channels-card.tsx'
import { TimesForm } from './times-form.tsx'

/** In the profile: what the user is told of, how, and when. */
export function PreferencesTab() {
  const { data: preferences, error, refetch } = useRoute(getPreferencesRoute, {})
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!preferences) return <PageSkeleton />
  return (
    <div className="flex flex-col gap-3">
      <PushCard />
      <ChannelsCard preferences={preferences} />
      <TimesForm key={preferences.version} preferences={preferences} />
    </div>
  )
}
