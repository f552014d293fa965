import type { ReactNode } from 'react'
import type { Tone } from '../display/tone.ts'

/** What stands in a calendar grid. */
export interface GridItem {
  key: string
  tone: Tone
  /** `ahead` is not fixed yet, `busy` tells only that time is taken, `done` has passed. */
  look: 'solid' | 'ahead' | 'busy' | 'done'
  /** All of it in words, for screen readers. */
  label: string
  content: ReactNode
  canMove: boolean
  /** Nothing opens on a press. */
  isInert?: boolean
}

/** At an hour; minutes are counted from the column's midnight. */
export interface TimedItem extends GridItem, TimeSpan {}

export interface TimeSpan {
  column: string
  from: number
  until: number
}

/** For whole days, ISO; `until` is the first day after. */
export interface DayItem extends GridItem {
  from: string
  until: string
}

export interface GridColumn {
  /** The ISO day. */
  key: string
  /** The day in words. */
  label: string
  header: ReactNode
  isOff: boolean
  isToday: boolean
  /** Working hours in minutes from midnight; other hours are shaded. */
  work: readonly { from: number; until: number }[]
}
