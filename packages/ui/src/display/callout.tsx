import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '../cx.ts'

export type CalloutProps = {
  tone?: 'accent' | 'ok' | 'warn' | 'bad'
  title?: ReactNode
  children?: ReactNode
  /** A button or link at the end. */
  action?: ReactNode
  className?: string
}

const looks = {
  accent: { Icon: Info, ground: 'border-accent/25 bg-accent-soft', ink: 'text-accent-text' },
  ok: { Icon: CircleCheck, ground: 'border-ok/25 bg-ok-soft', ink: 'text-ok' },
  warn: { Icon: TriangleAlert, ground: 'border-warn/25 bg-warn-soft', ink: 'text-warn' },
  bad: { Icon: CircleAlert, ground: 'border-bad/25 bg-bad-soft', ink: 'text-bad' },
}

/** A remark in the page; warnings and errors are announced. */
export const Callout = ({ tone = 'accent', title, children, action, className }: CalloutProps) => {
  const { Icon, ground, ink } = looks[tone]
  return (
    <div
      role={tone === 'bad' || tone === 'warn' ? 'alert' : 'note'}
      className={cx(
        'flex flex-wrap items-start gap-x-2.5 gap-y-2 rounded-control border px-3 py-2 text-body',
        ground,
        className,
      )}
    >
      <Icon size={17} className={cx('mt-0.75 shrink-0', ink)} aria-hidden />
      <div className="min-w-0 flex-1">
        {title != null && <p className={cx('font-semibold', ink)}>{title}</p>}
        {children}
      </div>
      {action}
    </div>
  )
}
