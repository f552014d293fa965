import { localDate, searchTerms } from '@peyvand/persian'
import type { ListQuery } from '@peyvand/platform/contract'
import { anyOf, type Ctx, type ListSource, may, notFound, runList } from '@peyvand/platform/server'
import { type SqlBool, sql } from 'kysely'
import type { Colleague, User } from '../contract/index.ts'

const userSource: ListSource = {
  id: sql`u.id`,
  defaultSort: 'name',
  columns: {
    name: { type: 'text', label: 'identity.user.name', sql: sql`u.name`, sortable: true },
    email: { type: 'text', label: 'identity.user.email', sql: sql`u.email`, sortable: true },
    mobile: { type: 'phone', label: 'identity.user.mobile', sql: sql`u.mobile`, nullable: true },
    jobTitle: {
      type: 'text',
      label: 'identity.user.jobTitle',
      sql: sql`u.job_title`,
      nullable: true,
      sortable: true,
    },
    state: {
      type: 'enum',
      label: 'identity.user.state',
      sql: sql`u.state`,
      options: {
        invited: 'identity.user.state.invited',
        active: 'identity.user.state.active',
        inactive: 'identity.user.state.inactive',
      },
    },
    roles: {
      type: 'enum',
      label: 'identity.user.roles',
      hasAny: (ids) =>
        sql`exists (select from user_roles ur where ur.tenant_id = u.tenant_id and ur.user_id = u.id and ${anyOf(sql`ur.role_id::text`, ids, 'text')})`,
    },
    teams: {
      type: 'team',
      label: 'identity.user.teams',
      hasAny: (ids) =>
        sql`exists (select from team_members m where m.tenant_id = u.tenant_id and m.user_id = u.id and ${anyOf(sql`m.team_id`, ids)})`,
      hasNone: sql`not exists (select from team_members m where m.tenant_id = u.tenant_id and m.user_id = u.id)`,
    },
    lastSignInAt: {
      type: 'instant',
      label: 'identity.user.lastSignInAt',
      sql: sql`u.last_sign_in_at`,
      nullable: true,
      sortable: true,
    },
    resetRequestedAt: {
      type: 'instant',
      label: 'identity.user.resetRequestedAt',
      sql: sql`u.reset_requested_at`,
      nullable: true,
      sortable: true,
    },
    createdAt: { type: 'instant', label: 'identity.user.createdAt', sql: sql`u.created_at`, sortable: true },
  },
  search: (_ctx, text) =>
    sql.join(
      searchTerms(text).map((term) => sql<SqlBool>`strpos(u.search, ${term}) > 0`),
      sql` and `,
    ),
}

type UserRow = Awaited<ReturnType<ReturnType<typeof userRows>['execute']>>[number]

export async function listUsers(ctx: Ctx, query: ListQuery) {
  const page = await runList(ctx, { source: userSource, rows: userRows(ctx), query })
  return { ...page, items: page.items.map((row) => userView(ctx, row)) }
}

/** @throws AppError notFound (404) */
export async function getUser(ctx: Ctx, id: string): Promise<User> {
  const row = await userRows(ctx).where('u.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return userView(ctx, row)
}

export async function listColleagues(ctx: Ctx, { all }: { all: boolean }): Promise<Colleague[]> {
  const today = localDate(ctx.now(), ctx.timeZone)
  const rows = await ctx.db
    .selectFrom('users as u')
    .leftJoin('users as d', (join) =>
      join.onRef('d.tenantId', '=', 'u.tenantId').onRef('d.id', '=', 'u.deputyId'),
    )
    .select([
      'u.id',
      'u.name',
      'u.jobTitle',
      'u.avatarFileId',
      'u.state',
      'd.id as deputyId',
      'd.name as deputyName',
    ])
    .select(
      sql<boolean>`coalesce(${today}::date between u.absent_from and coalesce(u.absent_until, 'infinity'), false)`.as(
        'isAbsent',
      ),
    )
    .select(
      sql<
        string[]
      >`array(select m.team_id from team_members m where m.tenant_id = u.tenant_id and m.user_id = u.id)`.as(
        'teamIds',
      ),
    )
    .where('u.tenantId', '=', ctx.tenantId)
    .$if(!all, (qb) => qb.where('u.state', '=', 'active'))
    .orderBy(sql`u.name collate "fa-x-icu"`)
    .orderBy('u.id')
    .execute()
  return rows.map(({ state, deputyId, deputyName, ...row }) => ({
    ...row,
    isActive: state === 'active',
    deputy: deputyId && deputyName ? { id: deputyId, name: deputyName } : null,
  }))
}

function userRows(ctx: Ctx) {
  return ctx.db
    .selectFrom('users as u')
    .leftJoin('auth.identities as i', 'i.id', 'u.identityId')
    .select(['u.id', 'u.name', 'u.email', 'u.mobile', 'u.jobTitle', 'u.locale', 'u.avatarFileId', 'u.state'])
    .select(['u.lastSignInAt', 'u.resetRequestedAt', 'u.createdAt', 'u.version'])
    .select(sql<boolean>`i.totp_confirmed_at is not null`.as('twoFactor'))
    .select(
      sql<User['roles']>`(
        select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'nameFa', r.name_fa, 'nameEn', r.name_en) order by r.created_at, r.id), '[]')
        from user_roles ur join roles r on r.tenant_id = ur.tenant_id and r.id = ur.role_id
        where ur.tenant_id = u.tenant_id and ur.user_id = u.id)`.as('roles'),
    )
    .select(
      sql<User['teams']>`(
        select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'isLeader', m.is_leader) order by t.name), '[]')
        from team_members m join teams t on t.tenant_id = m.tenant_id and t.id = m.team_id
        where m.tenant_id = u.tenant_id and m.user_id = u.id)`.as('teams'),
    )
    .where('u.tenantId', '=', ctx.tenantId)
}

function userView(ctx: Ctx, row: UserRow): User {
  const mayManage = may(ctx.actor, 'users.manage')
  return {
    ...row,
    can: {
      update: mayManage,
      deactivate: mayManage && row.state !== 'inactive',
      reactivate: mayManage && row.state === 'inactive',
      invite: mayManage && row.state === 'invited',
      resetPassword: mayManage && row.state === 'active',
    },
  }
}
