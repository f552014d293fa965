import { type AccessReason, type RecordAccess, scopeReason } from '@peyvand/identity/server'
import { type Ctx, may } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { canSeeActivity, involvements, otherWays, reaches } from './activity-access.ts'

/** Why the caller sees an activity or not, from the parts of the predicate itself; null where there is none. */
export async function explainActivityAccess(ctx: Ctx, id: string): Promise<RecordAccess | null> {
  const involved = involvements(ctx)
  const { party, target, deputy } = await otherWays(ctx)
  const no = sql<boolean>`false`
  const row = await ctx.db
    .selectFrom('activities as a')
    .selectAll('a')
    .select([
      sql<boolean>`coalesce(${involved.owner}, false)`.as('isOwner'),
      sql<boolean>`${involved.viewer}`.as('isViewer'),
      sql<boolean>`${party ?? no}`.as('byParty'),
      sql<boolean>`${target ?? no}`.as('byTarget'),
      sql<boolean>`${deputy ?? no}`.as('asDeputy'),
    ])
    .where('a.tenantId', '=', ctx.tenantId)
    .where('a.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const isConfidential = row.confidentiality !== 'normal'
  const reasons: AccessReason[] = []
  if (row.isOwner) reasons.push({ opens: true, key: 'activities.access.owner' })
  if (row.isViewer) reasons.push(...(await viewerReasons(ctx, id)))
  if (isConfidential) {
    const isInvolved = row.isOwner || row.isViewer
    reasons.push({
      opens: isInvolved,
      key: isInvolved ? 'activities.access.confidentialInvolved' : 'activities.access.confidential',
    })
  } else {
    if (!row.isOwner) reasons.push(await scopeReason(ctx, 'activities.read', row))
    if (row.byParty) reasons.push({ opens: true, key: 'activities.access.party' })
    if (row.byTarget) reasons.push({ opens: true, key: 'activities.access.target' })
    if (row.asDeputy) reasons.push({ opens: true, key: 'activities.access.deputy' })
  }
  if (row.deletedAt) reasons.push({ opens: false, key: 'activities.access.inBin' })
  const sees = await canSeeActivity(ctx, id)
  const reached = (permission: string) => sees && reaches(ctx, permission, row)
  return {
    name: row.subject,
    sees,
    reasons,
    allowed: [
      ...(sees ? ['activities.read'] : []),
      ...(may(ctx.actor, 'activities.create') ? ['activities.create'] : []),
      ...['activities.update', 'activities.delete'].filter(reached),
    ],
  }
}

/** As what the caller or a team of theirs was named in the activity. */
async function viewerReasons(ctx: Ctx, id: string): Promise<AccessReason[]> {
  const { userId, teamIds } = ctx.actor
  const rows = await ctx.db
    .selectFrom('activityViewers')
    .select('reason')
    .distinct()
    .where('tenantId', '=', ctx.tenantId)
    .where('activityId', '=', id)
    .where('viewerId', 'in', [userId as string, ...teamIds])
    .orderBy('reason')
    .execute()
  return rows.map(({ reason }) => ({ opens: true, key: `activities.access.viewer.${reason}` }))
}
