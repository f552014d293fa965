import type { IsoDate } from '@peyvand/persian'
import type { Ref } from '@peyvand/platform/contract'
import type { CalendarDay, CalendarItem } from '../../contract/index.ts'

/** A time for something new: an hour, or a day where no end is given. */
export interface NewTime {
  start: string
  end: string | null
  /** In whose row it was begun. */
  userId?: string
}

/** What every view of the calendar gets. */
export interface ViewProps {
  days: readonly CalendarDay[]
  items: readonly CalendarItem[]
  users: readonly Ref[]
  today: IsoDate
  /** The day that was asked for. */
  date: IsoDate
  draft: NewTime | null
  /** Where the draft is drawn; its form opens beside it. */
  onDraftPlace: (element: HTMLElement) => void
  onDay: (day: IsoDate) => void
  onOpen: (item: CalendarItem, element: HTMLElement) => void
  onCreate: ((time: NewTime, element: HTMLElement) => void) | undefined
  onMove: (item: CalendarItem, time: { start: string; end?: string }) => void
}
