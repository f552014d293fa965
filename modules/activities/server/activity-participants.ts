import { activeUser, membersOfTeam } from '@peyvand/identity/server'
import { badField, type Ctx, gatherRows, together } from '@peyvand/platform/server'
import { type SqlBool, sql } from 'kysely'
import type { CreateActivity } from '../contract/index.ts'
import { requireSeen } from './activity-parties.ts'
import './tables.ts'

type Participants = NonNullable<CreateActivity['participants']>
type ParticipantRow = Awaited<ReturnType<typeof participantsOf>>[number]

export function participantsOf(ctx: Ctx, activityId: string) {
  return ctx.db
    .selectFrom('activityParticipants')
    .select(['participantType as type', 'participantId as id', 'response'])
    .where('tenantId', '=', ctx.tenantId)
    .where('activityId', '=', activityId)
    .orderBy('position')
    .execute()
}

/**
 * Makes these the participants; answers given before stay where none is sent. Invited users see the activity.
 * @throws AppError badInput (400) at `participants.<index>`
 */
export async function setParticipants(ctx: Ctx, activityId: string, given: Participants): Promise<void> {
  const rows = await participantsFrom(ctx, given, await participantsOf(ctx, activityId))
  await ctx.db
    .deleteFrom('activityParticipants')
    .where('tenantId', '=', ctx.tenantId)
    .where('activityId', '=', activityId)
    .execute()
  await insertParticipants(ctx, activityId, rows)
}

/** Participants as given, each new one known to the caller. @throws AppError badInput (400) at `participants.<index>` */
export async function participantsFrom(
  ctx: Ctx,
  given: Participants,
  before: readonly ParticipantRow[] = [],
): Promise<ParticipantRow[]> {
  const known = new Map(before.map((row) => [row.id, row]))
  return together(
    given.map(async (participant, index) => {
      const [type, id] =
        'userId' in participant
          ? (['user', participant.userId] as const)
          : (['party', participant.partyId] as const)
      const old = known.get(id)
      if (!old) await requireKnown(ctx, type, id, `participants.${index}`)
      return { type, id, response: participant.response ?? old?.response ?? 'invited' }
    }),
  )
}

/** Writes participants and lets the users among them see the activity; others invited before no longer do. */
export async function insertParticipants(
  ctx: Ctx,
  activityId: string,
  rows: readonly ParticipantRow[],
): Promise<void> {
  await ctx.db
    .deleteFrom('activityViewers')
    .where('tenantId', '=', ctx.tenantId)
    .where('activityId', '=', activityId)
    .where('reason', '=', 'participant')
    .execute()
  if (rows.length === 0) return
  await ctx.db
    .insertInto('activityParticipants')
    .values(
      rows.map(({ type, id, response }, position) => ({
        tenantId: ctx.tenantId,
        activityId,
        participantType: type,
        participantId: id,
        response,
        position,
      })),
    )
    .onConflict((oc) => oc.doNothing())
    .execute()
  const users = rows.filter(({ type }) => type === 'user').map(({ id }) => id)
  await addViewers(ctx, activityId, users, 'participant')
}

/** Lets users and teams see an activity, for the reason given. */
export async function addViewers(
  ctx: Ctx,
  activityId: string,
  viewerIds: readonly string[],
  reason: 'creator' | 'participant' | 'referral',
): Promise<void> {
  if (viewerIds.length === 0) return
  const rows = viewerIds.map((viewerId) => ({ tenantId: ctx.tenantId, activityId, viewerId, reason }))
  gatherRows(ctx, 'activityViewers', rows, 'stays')
}

/** Lets the people of new referrals see the activity. */
export const addReferralViewers = (
  ctx: Ctx,
  activityId: string,
  viewerIds: readonly string[],
): Promise<void> => addViewers(ctx, activityId, [...new Set(viewerIds)], 'referral')

/** Makes these the only users and teams who see an activity because it was referred. */
export async function setReferralViewers(
  ctx: Ctx,
  activityId: string,
  viewerIds: readonly string[],
): Promise<void> {
  await ctx.db
    .deleteFrom('activityViewers')
    .where('tenantId', '=', ctx.tenantId)
    .where('activityId', '=', activityId)
    .where('reason', '=', 'referral')
    .where(sql<SqlBool>`viewer_id <> all(${sql.val([...viewerIds])}::uuid[])`)
    .execute()
  await addViewers(ctx, activityId, [...new Set(viewerIds)], 'referral')
}

/** Every user who sees an activity whatever its confidentiality: owner, maker, invited, and who it was referred to. */
export async function involvedUsers(
  ctx: Ctx,
  { id, ownerId }: { id: string; ownerId: string },
): Promise<string[]> {
  const viewers = await ctx.db
    .selectFrom('activityViewers')
    .select(['viewerId', 'reason'])
    .where('tenantId', '=', ctx.tenantId)
    .where('activityId', '=', id)
    .execute()
  const users = new Set([ownerId])
  for (const { viewerId, reason } of viewers) {
    users.add(viewerId)
    if (reason === 'referral') for (const member of await membersOfTeam(ctx, viewerId)) users.add(member.id)
  }
  return [...users]
}

async function requireKnown(ctx: Ctx, type: 'user' | 'party', id: string, path: string): Promise<void> {
  if (type === 'party') await requireSeen(ctx, id, `${path}.partyId`)
  else if (!(await activeUser(ctx, id))) throw badField(`${path}.userId`, 'activities.ownerInactive')
}
