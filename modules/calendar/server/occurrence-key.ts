import type { Activity } from '@peyvand/activities/contract'
import { seriesIdOf } from '@peyvand/activities/server'
import type { Ctx } from '@peyvand/platform/server'

/** The key by which an activity stands in the calendar: of one of a series its series and number. */
export async function occurrenceKey(
  ctx: Ctx,
  { id, occurrence }: Pick<Activity, 'id' | 'occurrence'>,
): Promise<string> {
  if (occurrence === null) return id
  const seriesId = await seriesIdOf(ctx, id)
  return seriesId ? `${seriesId}:${occurrence}` : id
}
