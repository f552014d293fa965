import type { ReactNode } from 'react'
import { cx } from '../cx.ts'

export type OwnTextProps = { children: ReactNode; className?: string }

/** One line of a name or subject in whichever language: it is cut at its own end, and stands where lines of the page begin. */
export const OwnText = ({ children, className }: OwnTextProps) => (
  <span dir="auto" className={cx('own-text block min-w-0 truncate', className)}>
    {children}
  </span>
)
