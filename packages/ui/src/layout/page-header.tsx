import type { ReactNode } from 'react'
import { cx } from '../cx.ts'

export type PageHeaderProps = {
  title: ReactNode
  /** Number of things in the page, formatted. */
  count?: string
  /** Above the title: Breadcrumbs. */
  breadcrumbs?: ReactNode
  /** Under the title: status, meta. */
  subtitle?: ReactNode
  /** The primary action last, so it stands at the inline end. */
  actions?: ReactNode
  className?: string
}

/** Title of a page and what can be done with it; the one h1. */
export const PageHeader = ({ title, count, breadcrumbs, subtitle, actions, className }: PageHeaderProps) => (
  <header className={cx('flex flex-wrap items-end gap-x-4 gap-y-2', className)}>
    <div className="me-auto min-w-0">
      {breadcrumbs}
      <h1 className="flex items-baseline gap-2 text-title font-bold">
        {title}
        {count && <span className="text-prose font-normal text-muted">{count}</span>}
      </h1>
      {subtitle && <div className="text-body text-muted">{subtitle}</div>}
    </div>
    {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
  </header>
)
