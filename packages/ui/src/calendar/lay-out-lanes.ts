export interface Lane {
  /** 0 is the first at the inline start. */
  lane: number
  /** How many stand side by side where it stands. */
  lanes: number
}

interface Ranged {
  key: string
  from: number | string
  until: number | string
}

/**
 * Puts what overlaps side by side: each takes the first free lane, and all that touch one another, also through
 * others, share the width evenly.
 */
export function layOutLanes(items: readonly Ranged[]): Map<string, Lane> {
  const found = new Map<string, Lane>()
  let cluster: { key: string; lane: number }[] = []
  let laneEnds: (number | string)[] = []
  let clusterEnd = null as number | string | null
  const close = () => {
    for (const { key, lane } of cluster) found.set(key, { lane, lanes: laneEnds.length })
    cluster = []
    laneEnds = []
    clusterEnd = null
  }
  for (const { key, from, until } of items.toSorted(byStart)) {
    if (clusterEnd !== null && from >= clusterEnd) close()
    const free = laneEnds.findIndex((end) => end <= from)
    const lane = free === -1 ? laneEnds.length : free
    laneEnds[lane] = until
    cluster.push({ key, lane })
    clusterEnd = clusterEnd === null || until > clusterEnd ? until : clusterEnd
  }
  close()
  return found
}

const byStart = (a: Ranged, b: Ranged): number => {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1
  return a.until === b.until ? 0 : a.until > b.until ? -1 : 1
}
