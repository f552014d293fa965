import type { ReactNode } from 'react'
import { cx } from '../cx.ts'
import { type Tone, toneClass } from './tone.ts'

export type BadgeProps = { tone?: Tone; children: ReactNode; className?: string }

/** A small count or mark beside a word. */
export const Badge = ({ tone = 'neutral', children, className }: BadgeProps) => (
  <span
    className={cx(
      'inline-grid min-w-5 place-items-center rounded-tag px-1.5 text-badge font-medium',
      toneClass[tone],
      className,
    )}
  >
    {children}
  </span>
)
