import { PageSkeleton, useT } from '@peyvand/platform/web'
import { Button, EmptyState } from '@peyvand/ui'
import { RefreshCw, TriangleAlert } from 'lucide-react'

export function PendingPage() {
  return (
    <div className="p-5">
      <PageSkeleton />
    </div>
  )
}

/** Instead of a screen that failed. A part that cannot be loaded usually means a newer version is installed. */
export function BrokenPage({ error }: { error: unknown }) {
  const t = useT()
  const isOutdated =
    error instanceof Error && /dynamically imported module|Importing a module/i.test(error.message)
  return (
    <EmptyState
      icon={isOutdated ? <RefreshCw /> : <TriangleAlert />}
      title={t(isOutdated ? 'shell.outdated' : 'shell.broken')}
      className="py-24"
      action={
        <Button kind="primary" onPress={() => window.location.reload()}>
          {t('shell.reload')}
        </Button>
      }
    >
      {t(isOutdated ? 'shell.outdatedHint' : 'shell.brokenHint')}
    </EmptyState>
  )
}
