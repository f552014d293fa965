/** From one instant up to, but not including, another; ISO, UTC. */
export interface Span {
  start: string
  end: string
}

interface Question {
  /** Working hours of the day. */
  hours: readonly Span[]
  busy: readonly Span[]
  minutes: number
  /** Nothing begins before this instant. */
  notBefore: string
}

const minuteMs = 60_000
const stepMinutes = 15

/** Times of so many minutes within the hours that touch nothing busy and each other; they begin at quarters. */
export function freeTimes({ hours, busy, minutes, notBefore }: Question): Span[] {
  const found: Span[] = []
  const taken = busy.map(inMs)
  for (const range of hours.map(inMs)) {
    let start = roundUp(Math.max(range.start, Date.parse(notBefore)))
    while (start + minutes * minuteMs <= range.end) {
      const end = start + minutes * minuteMs
      const inTheWay = taken.filter((one) => one.start < end && one.end > start)
      if (inTheWay.length === 0) {
        found.push({ start: new Date(start).toISOString(), end: new Date(end).toISOString() })
        start = end
      } else start = roundUp(Math.max(...inTheWay.map((one) => one.end)))
    }
  }
  return found
}

const inMs = ({ start, end }: Span) => ({ start: Date.parse(start), end: Date.parse(end) })

const roundUp = (ms: number) => Math.ceil(ms / (stepMinutes * minuteMs)) * stepMinutes * minuteMs
