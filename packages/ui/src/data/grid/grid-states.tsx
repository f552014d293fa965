import { CircleAlert, Inbox } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../actions/button.tsx'
import { EmptyState } from '../../display/empty-state.tsx'
import { Skeleton, SkeletonGroup } from '../../display/skeleton.tsx'
import { useDataTexts } from '../texts.ts'

/** Rows in outline while a page is on its way. */
export const GridSkeleton = ({ rows = 8 }: { rows?: number }) => (
  <SkeletonGroup>
    {Array.from({ length: rows }, (_, i) => (
      // oxlint-disable-next-line react/no-array-index-key -- rows without identity
      <div key={i} className="flex h-row items-center gap-6 border-b border-line px-4">
        {[40, 22, 14, 12].map((share) => (
          <Skeleton key={share} width={`${share - ((i * 7) % 5)}%`} height={12} />
        ))}
      </div>
    ))}
  </SkeletonGroup>
)

export const GridEmpty = ({ children }: { children?: ReactNode }) => {
  const t = useDataTexts()
  return <>{children ?? <EmptyState icon={<Inbox />} title={t.empty} />}</>
}

export type GridErrorProps = { children: ReactNode; onRetry?: (() => void) | undefined }

export const GridError = ({ children, onRetry }: GridErrorProps) => {
  const t = useDataTexts()
  return (
    <div role="alert">
      <EmptyState
        icon={<CircleAlert className="text-bad" />}
        title={t.loadFailed}
        action={onRetry && <Button onPress={onRetry}>{t.retry}</Button>}
      >
        {children}
      </EmptyState>
    </div>
  )
}
