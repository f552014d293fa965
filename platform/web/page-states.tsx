import { Button, EmptyState, Skeleton, SkeletonGroup } from '@peyvand/ui'
import { CloudOff, SearchX, ShieldAlert } from 'lucide-react'
import { Component, type ReactNode } from 'react'
import { ApiProblem } from './api.ts'
import { useT } from './i18n.ts'
import { useProblemText } from './problem-text.ts'

/** Instead of a screen whose data could not be read. */
export function PageProblem({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useT()
  const text = useProblemText()
  const status = error instanceof ApiProblem ? error.status : 0
  // An address that was cut or mistyped names no record: its reader did not fill in anything wrong.
  const isMissing = status === 404 || status === 400
  const icon = isMissing ? <SearchX /> : status === 403 ? <ShieldAlert /> : <CloudOff />
  return (
    <EmptyState
      icon={icon}
      title={status === 400 ? t('web.notFound') : text(error)}
      {...(onRetry && !isMissing && status !== 403
        ? { action: <Button onPress={onRetry}>{t('web.tryAgain')}</Button> }
        : {})}
    />
  )
}

/** Instead of a screen on its way. */
export function PageSkeleton() {
  return (
    <SkeletonGroup>
      <Skeleton className="h-8 w-64" />
      <Skeleton className="h-10 w-full" />
      <Skeleton className="h-96 w-full" />
    </SkeletonGroup>
  )
}

interface BoundaryProps {
  children: ReactNode
  fallback: (error: unknown, retry: () => void) => ReactNode
}

/** Keeps a fault of one screen from taking the others along. */
export class ErrorBoundary extends Component<BoundaryProps, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render(): ReactNode {
    const { error } = this.state
    return error === null
      ? this.props.children
      : this.props.fallback(error, () => this.setState({ error: null }))
  }
}
