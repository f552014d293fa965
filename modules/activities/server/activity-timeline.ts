import { removeTimeline, takeBackLastContact, touchLastContact, writeTimeline } from '@peyvand/parties/server'
import { anyOf, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { ActivityRecord } from './activity-access.ts'
import { involvedUsers } from './activity-participants.ts'
import { type About, aboutOf } from './activity-targets.ts'
import { userRef } from './owners.ts'

const excerptLength = 300

interface Publish {
  /** The activity before the change, where it may have been a contact that it is no more. */
  before?: ActivityRecord
  /** Whom and what the activity is about, where it is known. */
  about?: About | undefined
  /** Parties it no longer concerns. */
  takenOff?: readonly string[]
  /** False for a call that nobody answered. */
  answered?: boolean
}

/**
 * Brings the files of all parties up to date with an activity: a row in each when it happened, was done or called
 * off (what is still open stands among their next steps), none when it is only planned or in the recycle bin. Open
 * pages of the other records that it is about are told. Answers the parties.
 */
export async function publishToFiles(
  ctx: Ctx,
  row: ActivityRecord,
  { before, about, takenOff = [], answered = true }: Publish = {},
): Promise<string[]> {
  const { partyIds, targets } = about ?? (await aboutOf(ctx, row.id))
  for (const { type, id } of targets) ctx.live({ topic: type, id })
  if (before && isContact(before, answered) && !isContact(row, answered))
    await takeBackContact(ctx, partyIds, before.at)
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

/** Parties whose last contact was at this moment have the one before it again. */
async function takeBackContact(ctx: Ctx, partyIds: readonly string[], at: string): Promise<void> {
  if (partyIds.length === 0) return
  const { rows } = await sql<{ partyId: string; at: string }>`
    select t.target_id as party_id, max(a.at) as at
    from activity_targets t join activities a on a.tenant_id = t.tenant_id and a.id = t.activity_id
    where t.tenant_id = ${ctx.tenantId} and t.target_type = 'party' and ${anyOf(sql`t.target_id`, partyIds)}
      and a.deleted_at is null and a.status = 'done' and a.kind <> 'task' and a.direction <> 'internal'
      and not exists (select from calls c where c.tenant_id = a.tenant_id and c.activity_id = a.id and not c.answered)
    group by t.target_id`.execute(ctx.db)
  const earlier = new Map(rows.map((row) => [row.partyId, row.at]))
  await takeBackLastContact(
    ctx,
    partyIds.map((partyId) => ({ partyId, from: at, to: earlier.get(partyId) ?? null })),
  )
}

const standsInFiles = ({ deletedAt, occurredAt, status }: ActivityRecord): boolean =>
  deletedAt === null && (occurredAt !== null || status === 'done' || status === 'cancelled')

/** Whether somebody really was in touch: no task, nothing internal, no call that nobody answered. */
const isContact = ({ kind, direction, status, deletedAt }: ActivityRecord, answered: boolean): boolean =>
  deletedAt === null && kind !== 'task' && direction !== 'internal' && status === 'done' && answered
