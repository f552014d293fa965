import { ownTypes } from './timeline-types.ts'

/** How the stream of a file is narrowed. */
export interface TimelineFilter {
  /** Types of events; `own` stands for those of the file itself. */
  types: readonly string[]
  direction: 'incoming' | 'outgoing' | 'internal' | null
  actorId: string | null
  from: string | null
  to: string | null
  text: string
  rollUp: boolean
}

export const openFilter: TimelineFilter = {
  types: [],
  direction: null,
  actorId: null,
  from: null,
  to: null,
  text: '',
  rollUp: true,
}

/** Whether everything of the file is shown. */
export const isOpen = (filter: TimelineFilter): boolean => Object.keys(timelineQuery(filter)).length === 0

/** The filter as the query of the timeline's route; what narrows nothing is left out. */
export function timelineQuery({ types, direction, actorId, from, to, text, rollUp }: TimelineFilter) {
  const words = text.trim()
  return {
    ...(types.length > 0 && {
      types: types.flatMap((type) => (type === 'own' ? ownTypes : [type])).join(','),
    }),
    ...(direction && { direction }),
    ...(actorId && { actorId }),
    ...(from && { from }),
    ...(to && { to }),
    ...(words && { q: words }),
    ...(!rollUp && { rollUp: 'false' }),
  }
}

/** How many of the newest items were not there when the reader last asked for new ones. */
export function countNew(newest: readonly { id: string }[], seenId: string | undefined): number {
  if (seenId === undefined) return 0
  const at = newest.findIndex(({ id }) => id === seenId)
  return at < 0 ? newest.length : at
}
