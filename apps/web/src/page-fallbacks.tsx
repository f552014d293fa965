import { isReachable, PageSkeleton, useT } from '@peyvand/platform/web'
import { Button, EmptyState } from '@peyvand/ui'
import { CloudOff, RefreshCw, TriangleAlert } from 'lucide-react'
import { useState } from 'react'

export function PendingPage() {
  return (
    <div className="p-5">
      <PageSkeleton />
    </div>
  )
}

const reasons = {
  broken: { Icon: TriangleAlert, title: 'shell.broken', hint: 'shell.brokenHint' },
  outdated: { Icon: RefreshCw, title: 'shell.outdated', hint: 'shell.outdatedHint' },
  notHere: { Icon: CloudOff, title: 'shell.notHere', hint: 'shell.notHereHint' },
} as const

/** Instead of a screen that failed. */
export function BrokenPage({ error }: { error: unknown }) {
  const t = useT()
  const [{ Icon, title, hint }] = useState(() => reasons[reasonOf(error)])
  return (
    <EmptyState
      icon={<Icon />}
      title={t(title)}
      className="py-24"
      action={
        <Button kind="primary" onPress={() => window.location.reload()}>
          {t('shell.reload')}
        </Button>
      }
    >
      {t(hint)}
    </EmptyState>
  )
}

/** A part that cannot be loaded is not on this device yet while the server is away; otherwise there is a newer version. */
function reasonOf(error: unknown): keyof typeof reasons {
  const isPartMissing =
    error instanceof Error && /dynamically imported module|Importing a module/i.test(error.message)
  if (!isPartMissing) return 'broken'
  return isReachable() && navigator.onLine ? 'outdated' : 'notHere'
}
