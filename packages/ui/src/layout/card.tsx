import type { ReactNode } from 'react'
import { cx } from '../cx.ts'

export type CardProps = {
  title?: ReactNode
  /** Beside the title, at the inline end. */
  actions?: ReactNode
  /** No padding, for a table or list that brings its own. */
  isFlush?: boolean
  children: ReactNode
  className?: string
}

/** A white panel on the page's ground. */
export const Card = ({ title, actions, isFlush = false, children, className }: CardProps) => (
  <section className={cx('min-w-0 rounded-panel border border-line bg-surface shadow-1', className)}>
    {(title != null || actions != null) && (
      <header
        className={cx(
          'flex min-h-11 flex-wrap items-center gap-2 ps-4 pe-2.5 py-1.5',
          isFlush && 'border-b border-line',
        )}
      >
        {title != null && <h2 className="me-auto text-prose font-semibold">{title}</h2>}
        {actions}
      </header>
    )}
    <div className={cx(!isFlush && 'px-4 py-3.5', !isFlush && title != null && 'pt-1')}>{children}</div>
  </section>
)
