import type { ReactNode } from 'react'
import { cx } from '../cx.ts'
import { type Tone, toneClass } from './tone.ts'

export type StatusPillProps = { tone?: Tone; children: ReactNode; className?: string }

/** A status: soft ground, dot and word, so that colour is never alone. */
export const StatusPill = ({ tone = 'neutral', children, className }: StatusPillProps) => (
  <span
    className={cx(
      'inline-flex items-center gap-1.5 rounded-pill px-2.5 text-meta font-medium whitespace-nowrap',
      toneClass[tone],
      className,
    )}
  >
    <span className="size-1.5 rounded-pill bg-current" aria-hidden />
    {children}
  </span>
)
