import {
  AppError,
  anyOf,
  badField,
  type Ctx,
  changesBetween,
  newId,
  notFound,
  requireVersion,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import {
  type CreateTeam,
  type Team,
  type TeamMembers,
  teamDeleted,
  type UpdateTeam,
} from '../contract/index.ts'

export async function listTeams(ctx: Ctx): Promise<Team[]> {
  const rows = await teamRows(ctx).orderBy(sql`t.name collate "fa-x-icu"`).orderBy('t.id').execute()
  return rows
}

/** @throws AppError teams.nameTaken (409) */
export async function createTeam(ctx: Ctx, { name, parentId }: CreateTeam): Promise<Team> {
  await lockTree(ctx)
  if (parentId) await requireParent(ctx, parentId)
  await requireFreeName(ctx, { name, parentId, id: null })
  const id = newId()
  await ctx.db
    .insertInto('teams')
    .values({ tenantId: ctx.tenantId, id, name, parentId, createdAt: ctx.now().toISOString() })
    .execute()
  ctx.audit({
    action: 'create',
    record: 'teams',
    recordId: id,
    label: name,
    changes: changesBetween({}, { name, parentId }),
  })
  return getTeam(ctx, id)
}

/** Renames or moves; everything below moves along. @throws AppError teams.nameTaken, teams.cycle (409) */
export async function updateTeam(ctx: Ctx, id: string, input: UpdateTeam): Promise<Team> {
  await lockTree(ctx)
  const before = await getTeam(ctx, id)
  requireVersion(before, input.version, before)
  const name = input.name ?? before.name
  const parentId = input.parentId === undefined ? before.parentId : input.parentId
  if (parentId && parentId !== before.parentId) {
    await requireParent(ctx, parentId)
    if ((await teamAndBelow(ctx, id)).includes(parentId)) throw new AppError('teams.cycle')
  }
  await requireFreeName(ctx, { name, parentId, id })
  await ctx.db
    .updateTable('teams')
    .set({ name, parentId, version: before.version + 1 })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  ctx.audit({
    action: 'update',
    record: 'teams',
    recordId: id,
    label: name,
    changes: changesBetween({ name: before.name, parentId: before.parentId }, { name, parentId }),
  })
  return getTeam(ctx, id)
}

export async function setTeamMembers(ctx: Ctx, id: string, { members }: TeamMembers): Promise<Team> {
  const before = await getTeam(ctx, id)
  const userIds = [...new Set(members.map(({ userId }) => userId))]
  const known = await ctx.db
    .selectFrom('users')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('state', '!=', 'inactive')
    .where(anyOf(sql`id`, userIds))
    .execute()
  if (known.length < userIds.length) throw badField('members', 'users.unknownUser')
  await ctx.db
    .deleteFrom('teamMembers')
    .where('tenantId', '=', ctx.tenantId)
    .where('teamId', '=', id)
    .execute()
  if (userIds.length > 0) {
    const leaders = new Set(members.filter(({ isLeader }) => isLeader).map(({ userId }) => userId))
    await ctx.db
      .insertInto('teamMembers')
      .values(
        userIds.map((userId) => ({
          tenantId: ctx.tenantId,
          teamId: id,
          userId,
          isLeader: leaders.has(userId),
        })),
      )
      .execute()
  }
  const after = await getTeam(ctx, id)
  ctx.audit({
    action: 'update',
    record: 'teams',
    recordId: id,
    label: after.name,
    changes: changesBetween(names(before), names(after)),
  })
  return after
}

/** Its members lose it; records of the team are for listeners to hand over. @throws AppError teams.notEmpty (409) */
export async function deleteTeam(ctx: Ctx, id: string): Promise<undefined> {
  await lockTree(ctx)
  const team = await getTeam(ctx, id)
  if ((await teamAndBelow(ctx, id)).length > 1) throw new AppError('teams.notEmpty')
  await ctx.db.deleteFrom('teams').where('tenantId', '=', ctx.tenantId).where('id', '=', id).execute()
  ctx.emit(teamDeleted, { teamId: id, parentId: team.parentId })
  ctx.audit({ action: 'delete', record: 'teams', recordId: id, label: team.name })
}

/** A team and all below it. */
export async function teamAndBelow(ctx: Ctx, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive below as (
      select id from teams where tenant_id = ${ctx.tenantId} and id = ${id}
      union
      select t.id from teams t join below b on t.parent_id = b.id where t.tenant_id = ${ctx.tenantId}
    )
    select id from below`.execute(ctx.db)
  return rows.map((row) => row.id)
}

/** The actor's teams with all above and all below them: what is meant for a team reaches its whole branch. */
export async function branchOfActor(ctx: Ctx): Promise<string[]> {
  const { teamIds, subtreeTeamIds } = ctx.actor
  if (teamIds.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    with recursive above as (
      select id, parent_id from teams where tenant_id = ${ctx.tenantId} and ${anyOf(sql`id`, teamIds)}
      union
      select t.id, t.parent_id from teams t join above a on t.id = a.parent_id where t.tenant_id = ${ctx.tenantId}
    )
    select id from above`.execute(ctx.db)
  return [...new Set([...rows.map((row) => row.id), ...subtreeTeamIds])]
}

function teamRows(ctx: Ctx) {
  return ctx.db
    .selectFrom('teams as t')
    .select(['t.id', 't.name', 't.parentId', 't.version'])
    .select(
      sql<Team['members']>`(
        select coalesce(jsonb_agg(jsonb_build_object('userId', u.id, 'name', u.name, 'isLeader', m.is_leader)
          order by m.is_leader desc, u.name), '[]')
        from team_members m join users u on u.tenant_id = m.tenant_id and u.id = m.user_id
        where m.tenant_id = t.tenant_id and m.team_id = t.id)`.as('members'),
    )
    .where('t.tenantId', '=', ctx.tenantId)
}

async function getTeam(ctx: Ctx, id: string): Promise<Team> {
  const team = await teamRows(ctx).where('t.id', '=', id).executeTakeFirst()
  if (!team) throw notFound()
  return team
}

/** Two moves at once could otherwise close a circle that neither sees. */
const lockTree = (ctx: Ctx) =>
  sql`select pg_advisory_xact_lock(hashtext('teams'), ${ctx.tenantId})`.execute(ctx.db)

async function requireParent(ctx: Ctx, parentId: string): Promise<void> {
  const parent = await ctx.db
    .selectFrom('teams')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', parentId)
    .executeTakeFirst()
  if (!parent) throw badField('parentId', 'users.unknownTeam')
}

async function requireFreeName(
  ctx: Ctx,
  { name, parentId, id }: { name: string; parentId: string | null; id: string | null },
): Promise<void> {
  const taken = await ctx.db
    .selectFrom('teams')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('name', '=', name)
    .where('parentId', 'is not distinct from', parentId)
    .where('id', 'is distinct from', id)
    .executeTakeFirst()
  if (taken) throw new AppError('teams.nameTaken')
}

const names = ({ members }: Team) => ({
  members: members.map(({ name, isLeader }) => (isLeader ? `${name} *` : name)),
})
