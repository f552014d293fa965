import { cx } from '../cx.ts'

export type KbdProps = { children: string; className?: string }

/** A key or chord, always left to right: `Ctrl K`. */
export const Kbd = ({ children, className }: KbdProps) => (
  <kbd
    dir="ltr"
    className={cx(
      'inline-block rounded-tag border border-line bg-surface-2 px-1.5 font-mono text-badge text-muted',
      className,
    )}
  >
    {children}
  </kbd>
)
