import { addDays, instantAt, localDate } from '@peyvand/persian'

const minuteMs = 60_000
const dayMinutes = 1440

interface Deadline {
  /** Instant, ISO; the last moment of the day where the whole day is meant. */
  at: string
  allDay: boolean
}

interface Given {
  now: Date
  /** What came into being after a reminder's time is not reminded of by it; instant, ISO. */
  since: string
  leadMinutes: readonly number[]
  /** Clock time at which reminders of whole days come. */
  morningAt: string
  timeZone: string
}

/**
 * Which of the user's reminders of a deadline have come by now: minutes before it, the nearest first. A whole day is
 * reminded of in its morning, and in the morning of an earlier day for leads of whole days; shorter leads make no
 * sense for it. Of several that were missed only the nearest is told: the others would say the same.
 */
export function leadReached({ at, allDay }: Deadline, given: Given): number | null {
  const { now, since, leadMinutes, morningAt, timeZone } = given
  const leads = allDay
    ? [...new Set(leadMinutes.map((lead) => (lead >= dayMinutes ? lead : 0)))]
    : [...leadMinutes]
  const comesAt = (lead: number): number =>
    allDay
      ? Date.parse(instantAt(addDays(localDate(at, timeZone), -lead / dayMinutes), morningAt, timeZone))
      : Date.parse(at) - lead * minuteMs
  const reached = leads.filter((lead) => comesAt(lead) <= now.getTime() && comesAt(lead) >= Date.parse(since))
  return reached.length === 0 ? null : Math.min(...reached)
}
