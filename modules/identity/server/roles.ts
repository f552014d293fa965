import {
  AppError,
  allCustomFields,
  askHook,
  type Ctx,
  changesBetween,
  forbidden,
  json,
  may,
  newId,
  notFound,
  requireVersion,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { PermissionCatalogue, Role, RoleContent, UpdateRole } from '../contract/index.ts'
import { differentlyHidden, hiddenFieldsChanged } from './hidden-fields.ts'
import { type RecordParts, recordParts, recordPermissions, scopedPermissionKeys } from './own-permissions.ts'
import { beyond, combineRoles } from './rights.ts'
import { requireWithin } from './user-rights.ts'

/** For who manages roles or gives them to users. @throws AppError forbidden */
export async function listRoles(ctx: Ctx): Promise<Role[]> {
  if (!may(ctx.actor, 'roles.manage') && !may(ctx.actor, 'users.manage')) throw forbidden()
  const rows = await roleRows(ctx).orderBy('r.createdAt').orderBy('r.id').execute()
  return rows.map((row) => roleView(ctx, row))
}

/** @throws AppError roles.exceeds (403), roles.unknownPermission (400), roles.nameTaken (409) */
export async function createRole(ctx: Ctx, input: RoleContent): Promise<Role> {
  await requireKnown(ctx, input)
  requireWithin(ctx, { ...input, everything: false })
  await requireFreeName(ctx, input, null)
  const id = newId()
  await ctx.db
    .insertInto('roles')
    .values({
      tenantId: ctx.tenantId,
      id,
      key: null,
      everything: false,
      createdAt: ctx.now().toISOString(),
      ...columns(input),
    })
    .execute()
  ctx.audit({
    action: 'create',
    record: 'roles',
    recordId: id,
    label: input.nameFa,
    changes: changesBetween({}, input),
  })
  await tellOfHidden(ctx, {}, input.fieldRules)
  return getRole(ctx, id)
}

/** @throws AppError roles.fixed for the administrator (409), and as `createRole` */
export async function updateRole(ctx: Ctx, id: string, input: UpdateRole): Promise<Role> {
  const before = await getRole(ctx, id)
  if (before.everything) throw new AppError('roles.fixed')
  requireVersion(before, input.version, before)
  const after = content({ ...before, ...input })
  await requireKnown(ctx, after)
  // Neither what it granted nor what it will grant may be more than the actor has.
  requireWithin(ctx, before)
  requireWithin(ctx, { ...after, everything: false })
  await requireFreeName(ctx, after, id)
  await ctx.db
    .updateTable('roles')
    .set({ ...columns(after), version: before.version + 1 })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  ctx.audit({
    action: 'update',
    record: 'roles',
    recordId: id,
    label: after.nameFa,
    changes: changesBetween(content(before), after),
  })
  await tellOfHidden(ctx, before.fieldRules, after.fieldRules)
  return getRole(ctx, id)
}

/** @throws AppError roles.fixed, roles.inUse (409), roles.exceeds (403) */
export async function deleteRole(ctx: Ctx, id: string): Promise<undefined> {
  const role = await getRole(ctx, id)
  if (role.everything) throw new AppError('roles.fixed')
  requireWithin(ctx, role)
  if (role.userCount > 0) throw new AppError('roles.inUse')
  await ctx.db.deleteFrom('roles').where('tenantId', '=', ctx.tenantId).where('id', '=', id).execute()
  ctx.audit({
    action: 'delete',
    record: 'roles',
    recordId: id,
    label: role.nameFa,
    changes: changesBetween(content(role), {}),
  })
  await tellOfHidden(ctx, role.fieldRules, {})
}

async function tellOfHidden(
  ctx: Ctx,
  before: RoleContent['fieldRules'],
  after: RoleContent['fieldRules'],
): Promise<void> {
  const fields = differentlyHidden(before, after)
  if (fields.length > 0) await askHook(ctx, hiddenFieldsChanged, { fields })
}

/** What every module lets roles grant, in the modules' order, and the record types that the firm made itself. */
export async function permissionCatalogue(ctx: Ctx): Promise<PermissionCatalogue> {
  const parts = new Map((await askHook(ctx, recordParts, undefined)).map((one) => [one.type, one]))
  const own = (await allCustomFields(ctx)).filter(({ archivedAt }) => archivedAt === null)
  return {
    records: (await recordPermissions(ctx)).map(({ type, label, actions, fields = {} }) => ({
      type,
      label,
      actions: Object.entries(actions).map(([key, action]) => ({
        key,
        permission: `${type}.${key}`,
        label: action.label,
      })),
      fields: [
        ...Object.entries(fields).map(([key, field]) => ({
          key,
          field: `${type}.${key}`,
          label: field.label,
          maskable: field.maskable ?? false,
        })),
        ...own
          .filter(({ record }) => record === type)
          .map(({ key, labelFa, labelEn }) => ({
            key: `custom.${key}`,
            field: `${type}.custom.${key}`,
            label: { fa: labelFa, en: labelEn },
            maskable: false,
          })),
      ],
      parts: partsView(parts.get(type)),
    })),
    rights: ctx.registry.permissions.flatMap(({ rights }) =>
      Object.entries(rights).map(([key, { label }]) => ({ key, label })),
    ),
  }
}

const partsView = (parts: RecordParts | undefined): PermissionCatalogue['records'][number]['parts'] =>
  parts ? { label: parts.label, hint: parts.hint, options: [...parts.options] } : null

type RoleRow = Awaited<ReturnType<ReturnType<typeof roleRows>['execute']>>[number]

function roleRows(ctx: Ctx) {
  return ctx.db
    .selectFrom('roles as r')
    .select([
      'r.id',
      'r.key',
      'r.nameFa',
      'r.nameEn',
      'r.everything',
      'r.grants',
      'r.rights',
      'r.fieldRules',
      'r.limits',
      'r.version',
    ])
    .select(
      sql<number>`(select count(*)::int from user_roles ur where ur.tenant_id = r.tenant_id and ur.role_id = r.id)`.as(
        'userCount',
      ),
    )
    .where('r.tenantId', '=', ctx.tenantId)
}

async function getRole(ctx: Ctx, id: string): Promise<Role> {
  const row = await roleRows(ctx).where('r.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return roleView(ctx, row)
}

function roleView(ctx: Ctx, row: RoleRow): Role {
  const isWithin = beyond(ctx.actor, combineRoles([row])).length === 0
  const mayChange = may(ctx.actor, 'roles.manage') && isWithin && !row.everything
  return {
    ...row,
    can: {
      update: mayChange,
      delete: mayChange && row.userCount === 0,
      assign: may(ctx.actor, 'users.manage') && isWithin,
    },
  }
}

const content = ({
  nameFa,
  nameEn,
  grants,
  rights,
  fieldRules,
  limits,
}: { [K in keyof RoleContent]: RoleContent[K] | undefined }) =>
  ({ nameFa, nameEn, grants, rights, fieldRules, limits }) as RoleContent

const columns = ({ grants, rights, fieldRules, limits, ...names }: RoleContent) => ({
  ...names,
  grants: json(grants),
  rights: json([...new Set(rights)]),
  fieldRules: json(fieldRules),
  limits: json(limits),
})

async function requireKnown(ctx: Ctx, { grants, rights, fieldRules, limits }: RoleContent): Promise<void> {
  const scoped = new Set(await scopedPermissionKeys(ctx))
  const special = new Set(ctx.registry.permissions.flatMap((m) => Object.keys(m.rights)))
  const { records } = await permissionCatalogue(ctx)
  const fields = new Map(records.flatMap((r) => r.fields.map((f) => [f.field, f])))
  const unknown =
    Object.keys(grants).find((key) => !scoped.has(key)) ??
    rights.find((key) => !special.has(key)) ??
    Object.entries(fieldRules).find(
      ([key, rule]) => !fields.has(key) || (rule === 'masked' && !fields.get(key)?.maskable),
    )?.[0] ??
    unknownPart(records, limits)
  if (unknown) throw new AppError('roles.unknownPermission', { params: { permission: unknown } })
}

function unknownPart(records: PermissionCatalogue['records'], limits: RoleContent['limits']) {
  for (const [type, keys] of Object.entries(limits)) {
    const options = records.find((record) => record.type === type)?.parts?.options ?? []
    const unknown = keys.find((key) => !options.some((option) => option.key === key))
    if (unknown !== undefined) return `${type}: ${unknown}`
  }
  return undefined
}

async function requireFreeName(ctx: Ctx, { nameFa, nameEn }: RoleContent, id: string | null): Promise<void> {
  const taken = await ctx.db
    .selectFrom('roles')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where((eb) => eb.or([eb('nameFa', '=', nameFa), eb('nameEn', '=', nameEn)]))
    .where('id', 'is distinct from', id)
    .executeTakeFirst()
  if (taken) throw new AppError('roles.nameTaken')
}
