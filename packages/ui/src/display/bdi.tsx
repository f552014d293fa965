import type { ReactNode } from 'react'
import { cx } from '../cx.ts'

export type BdiProps = { children: ReactNode; className?: string }

/** Keeps a left-to-right run (phone, code, e-mail, file name) in order inside Persian text. */
export const Bdi = ({ children, className }: BdiProps) => (
  <bdi dir="ltr" className={cx('inline-block max-w-full', className)}>
    {children}
  </bdi>
)
