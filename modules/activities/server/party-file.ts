import { type NextStep, type PartyAlert } from '@peyvand/parties/contract'
import type { PartyReference } from '@peyvand/parties/server'
import { anyOf, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { visibleActivities } from './activity-access.ts'
import { selectNamed } from './activity-rows.ts'
import { publishToFiles } from './activity-timeline.ts'
import { openActivitiesOf } from './open-activities.ts'
import './tables.ts'

/** Warns of follow-ups that are overdue, in the head of the party's file. */
export async function alertsOfParty(ctx: Ctx, { partyId }: { partyId: string }): Promise<PartyAlert[]> {
  const { overdue } = await openActivitiesOf(ctx, partyId)
  return overdue === 0
    ? []
    : [{ text: 'activities.alert.overdue', tone: 'warning', params: { count: overdue } }]
}

/** Open activities with the party, those due first before all. */
export async function nextStepsOfParty(ctx: Ctx, { partyId }: { partyId: string }): Promise<NextStep[]> {
  const { firstIds } = await openActivitiesOf(ctx, partyId)
  if (firstIds.length === 0) return []
  const rows = await selectNamed(ctx, await visibleActivities(ctx))
    .where(anyOf(sql`a.id`, firstIds))
    .orderBy(sql`a.deadline_at asc nulls last`)
    .orderBy('a.id')
    .execute()
  return rows.map((row) => ({
    subjectType: 'activities',
    subjectId: row.id,
    kind: row.kind,
    title: row.subject,
    dueAt: row.deadlineAt,
    overdue: row.overdue,
    owner: { id: row.ownerId, name: row.ownerName ?? '' },
  }))
}

/** Counts for the tabs of the party's file. */
export async function countsOfParty(
  ctx: Ctx,
  { partyId }: { partyId: string },
): Promise<Record<string, number>> {
  const { open } = await openActivitiesOf(ctx, partyId)
  return { openActivities: open }
}

/** A party with a history is not deleted for ever. */
export async function isAnyInUse(ctx: Ctx, { partyIds }: { partyIds: readonly string[] }): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('activityTargets as t')
    .innerJoin('activities as a', (join) =>
      join.onRef('a.tenantId', '=', 't.tenantId').onRef('a.id', '=', 't.activityId'),
    )
    .select('t.activityId')
    .where('t.tenantId', '=', ctx.tenantId)
    .where('t.targetType', '=', 'party')
    .where(anyOf(sql`t.target_id`, partyIds))
    .where('a.deletedAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Where activities name parties, for merges. */
export async function referencesToParties(): Promise<PartyReference[]> {
  return [
    {
      table: 'activity_targets',
      column: 'target_id',
      key: ['activity_id'],
      doubles: ['activity_id'],
      where: { target_type: 'party' },
    },
    {
      table: 'activity_participants',
      column: 'participant_id',
      key: ['activity_id'],
      doubles: ['activity_id'],
      where: { participant_type: 'party' },
    },
    { table: 'activities', column: 'via_marketer_id', key: ['id'] },
  ]
}

/** After the undo of a merge: what happened in between to the activities that went back stands in their file alone. */
export async function returnToFile(
  ctx: Ctx,
  { survivorId, mergedId }: { survivorId: string; mergedId: string },
): Promise<void> {
  const target = (partyId: string) => sql`exists (select from activity_targets t
    where t.tenant_id = a.tenant_id and t.activity_id = a.id and t.target_type = 'party' and t.target_id = ${partyId}::uuid)`
  const rows = await ctx.db
    .selectFrom('activities as a')
    .selectAll('a')
    .where('a.tenantId', '=', ctx.tenantId)
    .where(sql<boolean>`a.id in (select subject_id from timeline l
      where l.tenant_id = ${ctx.tenantId} and l.party_id = ${survivorId}::uuid and l.subject_type = 'activities')`)
    .where(sql<boolean>`${target(mergedId)} and not ${target(survivorId)}`)
    .execute()
  for (const row of rows) await publishToFiles(ctx, row, { takenOff: [survivorId] })
}

/** Takes a party out of every activity. */
export async function forgetParty(ctx: Ctx, { partyId }: { partyId: string }): Promise<void> {
  await ctx.db
    .deleteFrom('activityTargets')
    .where('tenantId', '=', ctx.tenantId)
    .where('targetType', '=', 'party')
    .where('targetId', '=', partyId)
    .execute()
  await ctx.db
    .deleteFrom('activityParticipants')
    .where('tenantId', '=', ctx.tenantId)
    .where('participantType', '=', 'party')
    .where('participantId', '=', partyId)
    .execute()
}

/** Writes an activity's rows in the files of its parties anew. */
export async function refreshFiles(ctx: Ctx, activityId: string): Promise<void> {
  const row = await ctx.db
    .selectFrom('activities')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', activityId)
    .executeTakeFirst()
  if (row) await publishToFiles(ctx, row)
}

/** Parties that activities tell of, those in the recycle bin left out. */
export async function partiesWithActivities(
  ctx: Ctx,
  { partyIds }: { partyIds: readonly string[] },
): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('activityTargets as t')
    .innerJoin('activities as a', (join) =>
      join.onRef('a.tenantId', '=', 't.tenantId').onRef('a.id', '=', 't.activityId'),
    )
    .select('t.targetId')
    .distinct()
    .where('t.tenantId', '=', ctx.tenantId)
    .where('t.targetType', '=', 'party')
    .where('a.deletedAt', 'is', null)
    .where(anyOf(sql`t.target_id`, partyIds))
    .execute()
  return rows.map(({ targetId }) => targetId)
}
