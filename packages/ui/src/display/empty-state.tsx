import type { ReactNode } from 'react'
import { cx } from '../cx.ts'

export type EmptyStateProps = {
  icon?: ReactNode
  title: string
  /** Why it is empty and what to do. */
  children?: ReactNode
  action?: ReactNode
  className?: string
}

/** What stands where a list would be. */
export const EmptyState = ({ icon, title, children, action, className }: EmptyStateProps) => (
  <div className={cx('flex flex-col items-center gap-2 px-6 py-10 text-center', className)}>
    {icon && (
      <span
        className="grid size-11 place-items-center rounded-panel bg-surface-2 text-muted [&_svg]:size-5.5"
        aria-hidden
      >
        {icon}
      </span>
    )}
    <p className="text-prose font-semibold">{title}</p>
    {children && <div className="max-w-100 text-body text-muted">{children}</div>}
    {action && <div className="mt-1 flex flex-wrap justify-center gap-2">{action}</div>}
  </div>
)
