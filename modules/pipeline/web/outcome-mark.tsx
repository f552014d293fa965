import { StatusPill, type Tone } from '@peyvand/ui'
import type { ReactNode } from 'react'
import type { Outcome } from '../contract/index.ts'

export const outcomeTone: Record<Outcome, Tone> = { open: 'accent', hold: 'warn', won: 'ok', lost: 'bad' }

/** A stage or an outcome in the colour of what it means. */
export const OutcomeMark = ({ outcome, children }: { outcome: Outcome; children: ReactNode }) => (
  <StatusPill tone={outcomeTone[outcome]}>{children}</StatusPill>
)
