import { usersByIds } from '@peyvand/identity/server'
import { type Ctx, newId } from '@peyvand/platform/server'
import type { TimelineEntry } from '../contract/index.ts'
import type { PartyTableRow } from './party-row.ts'
import { writeTimeline } from './timeline-writer.ts'

/** Saves of one person that follow each other this closely are one row. */
const mergeWithinMs = 10 * 60_000

/** Notes a save in the party's timeline: a change of owner by itself, everything else as one row of edits. */
export async function recordUpdate(
  ctx: Ctx,
  { before, after, fields }: { before: PartyTableRow; after: PartyTableRow; fields: readonly string[] },
): Promise<void> {
  const edited = fields.filter((field) => field !== 'ownerId' && field !== 'teamId')
  if (before.ownerId !== after.ownerId) {
    const users = await usersByIds(
      ctx,
      [before.ownerId, after.ownerId].filter((id) => id !== null),
    )
    const nameOf = (id: string | null) => (id ? (users.get(id)?.name ?? null) : null)
    await writeTimeline(ctx, [
      ownEntry(ctx, before.id, 'owner', { from: nameOf(before.ownerId), to: nameOf(after.ownerId) }),
    ])
  }
  if (edited.length > 0) await recordEdit(ctx, before.id, edited)
}

async function recordEdit(ctx: Ctx, partyId: string, fields: readonly string[]): Promise<void> {
  const since = new Date(ctx.now().getTime() - mergeWithinMs).toISOString()
  const last = await ctx.db
    .selectFrom('timeline')
    .select(['subjectId', 'type', 'actorId', 'summary'])
    .where('tenantId', '=', ctx.tenantId)
    .where('partyId', '=', partyId)
    .where('occurredAt', '>=', since)
    .where('subjectType', '=', 'parties')
    .orderBy('occurredAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const continues = last?.type === 'updated' && last.actorId === ctx.actor.userId
  const earlier =
    continues && Array.isArray(last.summary['fields']) ? (last.summary['fields'] as string[]) : []
  const entry = ownEntry(ctx, partyId, 'updated', { fields: [...new Set([...earlier, ...fields])] })
  await writeTimeline(ctx, [continues ? { ...entry, subjectId: last.subjectId } : entry])
}

/** A row about the party itself; each has a subject id of its own, so that none replaces another. */
export const ownEntry = (
  ctx: Ctx,
  partyId: string,
  type: string,
  summary: Record<string, unknown> = {},
): TimelineEntry => ({
  partyId,
  occurredAt: ctx.now().toISOString(),
  subjectType: 'parties',
  subjectId: newId(),
  type,
  summary,
})
