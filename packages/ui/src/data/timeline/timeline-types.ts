import type { ReactNode } from 'react'
import type { Tone } from '../../display/tone.ts'

export type TimelineItem = {
  id: string
  /** ISO instant. */
  occurredAt: string
  icon: ReactNode
  title: ReactNode
  /** Long bodies are cut after four lines and open on demand. */
  body?: ReactNode
  /** Under the title: who, with whom, where from. */
  meta?: ReactNode
  tone?: Tone
  /** Buttons or a menu at the inline end. */
  actions?: ReactNode
}

export type TimelineProps = {
  label: string
  /** Newest first. */
  items: readonly TimelineItem[]
  /** Filters above the stream. */
  filter?: ReactNode
  isLoading?: boolean
  hasOlder?: boolean
  isLoadingOlder?: boolean
  /** Called near the end, and by the button at the end. */
  onLoadOlder?: () => void
  /** Items that arrived while the reader was here; pressing the mark asks for them. */
  newCount?: number
  onShowNew?: () => void
  error?: ReactNode
  onRetry?: () => void
  empty?: ReactNode
  className?: string
}
