import { removeTimeline, touchLastContact, writeTimeline } from '@peyvand/parties/server'
import type { Ctx } from '@peyvand/platform/server'
import type { ActivityRecord } from './activity-access.ts'
import { involvedUsers } from './activity-participants.ts'
import { partyIdsOf } from './activity-parties.ts'
import { userRef } from './owners.ts'

const excerptLength = 300

interface Publish {
  /** The parties of the activity, where they are known. */
  partyIds?: string[]
  /** Parties it no longer concerns. */
  takenOff?: readonly string[]
  /** False for a call that nobody answered. */
  answered?: boolean
}

/**
 * Brings the files of all parties up to date with an activity: a row in each when it happened, was done or called
 * off (what is still open stands among their next steps), none when it is only planned or in the recycle bin.
 */
export async function publishToFiles(
  ctx: Ctx,
  row: ActivityRecord,
  { partyIds: known, takenOff = [], answered = true }: Publish = {},
): Promise<string[]> {
  const partyIds = known ?? (await partyIdsOf(ctx, row.id))
  if (!standsInFiles(row)) {
    await removeTimeline(ctx, { subjectType: 'activities', subjectId: row.id })
    return partyIds
  }
  if (takenOff.length > 0)
    await removeTimeline(ctx, { subjectType: 'activities', subjectId: row.id, partyIds: takenOff })
  if (partyIds.length === 0) return partyIds
  const audience = row.confidentiality === 'normal' ? null : await involvedUsers(ctx, row)
  const actor = await userRef(ctx, row.ownerId)
  const rows = partyIds.map((partyId) => ({
    partyId,
    occurredAt: row.at,
    subjectType: 'activities',
    subjectId: row.id,
    type: row.kind,
    direction: row.direction,
    actor,
    audience,
    summary: {
      subject: row.subject,
      excerpt: row.body?.slice(0, excerptLength) ?? null,
      status: row.status,
      resultId: row.resultId,
      number: row.number,
      durationMinutes: row.durationMinutes,
      priority: row.priority,
      confidentiality: row.confidentiality,
      answered,
    },
    text: row.body?.slice(0, 4000) ?? '',
  }))
  await writeTimeline(ctx, rows)
  if (isContact(row, answered)) await touchLastContact(ctx, partyIds, row.at)
  return partyIds
}

const standsInFiles = ({ deletedAt, occurredAt, status }: ActivityRecord): boolean =>
  deletedAt === null && (occurredAt !== null || status === 'done' || status === 'cancelled')

/** Whether somebody really was in touch: no task, nothing internal, no call that nobody answered. */
const isContact = ({ kind, direction, status }: ActivityRecord, answered: boolean): boolean =>
  kind !== 'task' && direction !== 'internal' && status === 'done' && answered
