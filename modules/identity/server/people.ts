import { localDate } from '@peyvand/persian'
import type { Locale, Ref } from '@peyvand/platform/contract'
import { anyOf, type Ctx } from '@peyvand/platform/server'
import { type RawBuilder, sql } from 'kysely'

const tenant = sql`nullif(current_setting('app.tenant_id', true), '')::int`

/** SQL of the name of the user whose id a column holds; null where it holds none. */
export const userName = (column: RawBuilder<unknown>): RawBuilder<string | null> =>
  sql<string | null>`(select name from users where tenant_id = ${tenant} and id = ${column})`

/** SQL of the name of the team whose id a column holds; null where it holds none. */
export const teamName = (column: RawBuilder<unknown>): RawBuilder<string | null> =>
  sql<string | null>`(select name from teams where tenant_id = ${tenant} and id = ${column})`

/** Names of users of the firm by id, inactive ones too; unknown ids are left out. */
export async function usersByIds(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Ref>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('users')
    .select(['id', 'name'])
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`id`, ids))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Names of teams of the firm by id; unknown ids are left out. */
export async function teamsByIds(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Ref>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('teams')
    .select(['id', 'name'])
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`id`, ids))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Every team of the firm by name. */
export function allTeams(ctx: Ctx): Promise<Ref[]> {
  return ctx.db
    .selectFrom('teams')
    .select(['id', 'name'])
    .where('tenantId', '=', ctx.tenantId)
    .orderBy('name')
    .execute()
}

/** A user who can be given work, or null when invited, inactive or of another firm. */
export async function activeUser(ctx: Ctx, id: string): Promise<Ref | null> {
  const row = await ctx.db
    .selectFrom('users')
    .select(['id', 'name'])
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .where('state', '=', 'active')
    .executeTakeFirst()
  return row ?? null
}

/** How somebody is reached. The mobile number is E.164. */
export interface Contact extends Ref {
  email: string
  mobile: string | null
  locale: Locale
}

/** How the active ones among users are reached, by id; the others are left out. */
export async function activeContacts(
  ctx: Ctx,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, Contact>> {
  if (userIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('users')
    .select(['id', 'name', 'email', 'mobile', 'locale'])
    .where('tenantId', '=', ctx.tenantId)
    .where('state', '=', 'active')
    .where(anyOf(sql`id`, userIds))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Those of the users who can be given work; the others are left out. */
export async function activeUsersByIds(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Ref>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('users')
    .select(['id', 'name'])
    .where('tenantId', '=', ctx.tenantId)
    .where('state', '=', 'active')
    .where(anyOf(sql`id`, ids))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** The sign-ins among these that still hold: signed out and expired ones are left out. */
export async function liveSessions(ctx: Ctx, sessionIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (sessionIds.length === 0) return new Set()
  const rows = await ctx.db
    .selectFrom('auth.sessions')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('expiresAt', '>', ctx.now().toISOString())
    .where(anyOf(sql`id`, sessionIds))
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Everybody who can be given work, by name. */
export function activeUsers(ctx: Ctx): Promise<Ref[]> {
  return ctx.db
    .selectFrom('users')
    .select(['id', 'name'])
    .where('tenantId', '=', ctx.tenantId)
    .where('state', '=', 'active')
    .orderBy(sql`name collate "fa-x-icu"`)
    .execute()
}

/** Active members of a team, its leaders first. */
export async function membersOfTeam(ctx: Ctx, teamId: string): Promise<(Ref & { isLeader: boolean })[]> {
  return ctx.db
    .selectFrom('teamMembers as m')
    .innerJoin('users as u', (join) =>
      join.onRef('u.tenantId', '=', 'm.tenantId').onRef('u.id', '=', 'm.userId'),
    )
    .select(['u.id', 'u.name', 'm.isLeader'])
    .where('m.tenantId', '=', ctx.tenantId)
    .where('m.teamId', '=', teamId)
    .where('u.state', '=', 'active')
    .orderBy('m.isLeader', 'desc')
    .orderBy('u.name')
    .execute()
}

/** The teams of a user. */
export async function teamsOfUser(ctx: Ctx, userId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('teamMembers')
    .select('teamId')
    .where('tenantId', '=', ctx.tenantId)
    .where('userId', '=', userId)
    .orderBy('teamId')
    .execute()
  return rows.map(({ teamId }) => teamId)
}

/** The active deputy of each of the users who is away today in the firm's time zone; the others are left out. */
export async function deputiesOf(ctx: Ctx, userIds: readonly string[]): Promise<Map<string, Ref>> {
  if (userIds.length === 0) return new Map()
  const rows = await absences(ctx).where(anyOf(sql`u.id`, userIds)).execute()
  return new Map(rows.map(({ absentId, id, name }) => [absentId, { id, name }]))
}

/** Those of the users who can be given work, each with the active deputy who stands in for them today. */
export async function receiversOfWork(
  ctx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Ref & { deputyId: string | null }>> {
  if (ids.length === 0) return new Map()
  const today = localDate(ctx.now(), ctx.timeZone)
  const { rows } = await sql<Ref & { deputyId: string | null }>`
    select u.id, u.name, d.id as deputy_id
    from users u left join users d on d.tenant_id = u.tenant_id and d.id = u.deputy_id and d.state = 'active'
      and ${today}::date between u.absent_from and coalesce(u.absent_until, 'infinity')
    where u.tenant_id = ${ctx.tenantId} and u.state = 'active' and ${anyOf(sql`u.id`, ids)}`.execute(ctx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

const absentees = new WeakMap<Ctx, Promise<Ref[]>>()

/** The users who are away today and whose deputy the actor is; asked once in a transaction, as every check needs it. */
export function absenteesOf(ctx: Ctx): Promise<Ref[]> {
  const asked = absentees.get(ctx) ?? readAbsentees(ctx)
  absentees.set(ctx, asked)
  return asked
}

async function readAbsentees(ctx: Ctx): Promise<Ref[]> {
  const { userId } = ctx.actor
  if (!userId) return []
  const rows = await absences(ctx).where('d.id', '=', userId).execute()
  return rows.map(({ absentId, absentName }) => ({ id: absentId, name: absentName }))
}

function absences(ctx: Ctx) {
  const today = localDate(ctx.now(), ctx.timeZone)
  return ctx.db
    .selectFrom('users as u')
    .innerJoin('users as d', (join) =>
      join.onRef('d.tenantId', '=', 'u.tenantId').onRef('d.id', '=', 'u.deputyId'),
    )
    .select(['u.id as absentId', 'u.name as absentName', 'd.id', 'd.name'])
    .where('u.tenantId', '=', ctx.tenantId)
    .where('d.state', '=', 'active')
    .where(sql<boolean>`${today}::date between u.absent_from and coalesce(u.absent_until, 'infinity')`)
}

/** E-mail addresses by which users sign in, by their id. */
export async function userEmails(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('users')
    .select(['id', 'email'])
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`id`, ids))
    .execute()
  return new Map(rows.map(({ id, email }) => [id, email]))
}

/** Days on which users are away, as far as they touch a period; `to` is the first day after it. */
export async function absencesBetween(
  ctx: Ctx,
  userIds: readonly string[],
  { from, to }: { from: string; to: string },
): Promise<{ userId: string; name: string; from: string; until: string | null }[]> {
  if (userIds.length === 0) return []
  const rows = await ctx.db
    .selectFrom('users')
    .select(['id as userId', 'name', 'absentFrom as from', 'absentUntil as until'])
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`id`, userIds))
    .where('absentFrom', 'is not', null)
    .where(sql<boolean>`absent_from < ${to}::date and coalesce(absent_until, 'infinity') >= ${from}::date`)
    .execute()
  return rows.map((row) => ({ ...row, from: row.from as string }))
}
