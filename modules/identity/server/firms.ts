import type { Locale } from '@peyvand/platform/contract'
import {
  type App,
  AppError,
  askHook,
  type Ctx,
  type Firm,
  json,
  newId,
  systemActor,
  withCtx,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import { userJoined } from '../contract/index.ts'
import { directory, forgetActors } from './directory.ts'
import { sampleDataWished } from './hooks.ts'
import { createIdentity, identityByEmail } from './identities.ts'
import { introduceModules } from './introduce-modules.ts'
import { readyRoles } from './ready-roles.ts'
import { userSearch } from './user-search.ts'

export interface CreateFirm {
  name: string
  locale: Locale
  timeZone?: string
  moneyUnit?: Firm['moneyUnit']
  administrator: {
    name: string
    email: string
    /** Not needed where the e-mail signs in already; that password then stays. */
    password?: string | undefined
  }
  /** Only while the installation has no firm. */
  onlyFirst?: boolean
  sampleData?: boolean
}

export interface CreatedFirm {
  tenantId: number
  userId: string
  identityId: string
  /** Of the work that fills the firm with sample data. */
  operationId: string | null
}

/**
 * Makes a firm with its ready roles and an administrator, and lets every module seed it, in one transaction.
 * @throws AppError setup.done (409) with `onlyFirst`; password.… (400)
 */
export async function createFirm(app: App, input: CreateFirm): Promise<CreatedFirm> {
  if (input.onlyFirst && (await directory.firmIds(app)).length > 0) throw new AppError('setup.done')
  const { rows } = await app.pool.query<{ id: number }>(`select nextval('firm_numbers')::int as id`)
  const firm: Firm = {
    tenantId: rows[0]?.id as number,
    name: input.name,
    timeZone: input.timeZone ?? 'Asia/Tehran',
    moneyUnit: input.moneyUnit ?? 'toman',
  }
  const created = await withCtx(app, {
    actor: systemActor(firm, input.locale),
    run: async (ctx) => {
      if (input.onlyFirst) await requireNoFirm(ctx)
      await ctx.db
        .insertInto('firms')
        .values({ ...firm, locale: input.locale, logoFileId: null, createdAt: ctx.now().toISOString() })
        .execute()
      const administratorRole = await insertReadyRoles(ctx)
      const administrator = await insertAdministrator(ctx, input.administrator, administratorRole)
      await introduceModules(ctx)
      const [operationId] = input.sampleData
        ? await askHook(ctx, sampleDataWished, { locale: input.locale })
        : []
      ctx.emit(userJoined, { userId: administrator.userId })
      ctx.audit({ action: 'create', record: 'firms', label: firm.name })
      return { tenantId: firm.tenantId, ...administrator, operationId: operationId ?? null }
    },
  })
  forgetActors(app)
  return created
}

/** Two first visits at once must not make two firms. */
async function requireNoFirm(ctx: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('identity.setup'))`.execute(ctx.db)
  const { rows } = await sql`select firm_ids() limit 1`.execute(ctx.db)
  if (rows.length > 0) throw new AppError('setup.done')
}

async function insertReadyRoles(ctx: Ctx): Promise<string> {
  const roles = readyRoles(ctx.registry.permissions).map((role) => ({ ...role, id: newId() }))
  await ctx.db
    .insertInto('roles')
    .values(
      roles.map(({ id, key, name, everything, grants, rights, fieldRules, limits }) => ({
        tenantId: ctx.tenantId,
        id,
        key,
        nameFa: name.fa,
        nameEn: name.en,
        everything,
        grants: json(grants),
        rights: json(rights),
        fieldRules: json(fieldRules),
        limits: json(limits),
        createdAt: ctx.now().toISOString(),
      })),
    )
    .execute()
  return roles.find((role) => role.everything)?.id as string
}

async function insertAdministrator(
  ctx: Ctx,
  { name, email, password }: CreateFirm['administrator'],
  roleId: string,
): Promise<{ userId: string; identityId: string }> {
  const known = await identityByEmail(ctx.db, email)
  const identityId =
    known?.id ?? (await createIdentity(ctx.db, { email, password: password ?? '', now: ctx.now() }))
  const userId = newId()
  await ctx.db
    .insertInto('users')
    .values({
      tenantId: ctx.tenantId,
      id: userId,
      identityId,
      name,
      email,
      search: userSearch({ name, email, mobile: null, jobTitle: null }),
      locale: ctx.locale,
      state: 'active',
      createdAt: ctx.now().toISOString(),
    })
    .execute()
  await ctx.db.insertInto('userRoles').values({ tenantId: ctx.tenantId, userId, roleId }).execute()
  return { userId, identityId }
}
