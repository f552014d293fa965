import type { ReactNode } from 'react'
import { Toolbar } from 'react-aria-components'
import { cx } from '../cx.ts'

export type ButtonGroupProps = { label: string; children: ReactNode; className?: string }

/** Buttons that belong together: one tab stop, arrow keys move between them. */
export const ButtonGroup = ({ label, children, className }: ButtonGroupProps) => (
  <Toolbar aria-label={label} className={cx('flex flex-wrap items-center gap-2', className)}>
    {children}
  </Toolbar>
)
