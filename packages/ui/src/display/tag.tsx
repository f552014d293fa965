import type { ReactNode } from 'react'
import { cx } from '../cx.ts'
import { type Tone, toneClass } from './tone.ts'

/** The shape of a tag, shared with tags that can be removed. */
export const tagClass = 'inline-flex min-h-6 items-center gap-1 rounded-tag px-2 text-meta'

export type TagProps = { tone?: Tone; icon?: ReactNode; children: ReactNode; className?: string }

/** A word put on a record, only shown. */
export const Tag = ({ tone = 'neutral', icon, children, className }: TagProps) => (
  <span className={cx(tagClass, toneClass[tone], className)}>
    {icon}
    {children}
  </span>
)
