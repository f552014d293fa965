import { type ModulePermissions, permissionKeys, type RecordPermissions } from '@peyvand/platform/contract'
import {
  type App,
  askHook,
  type Ctx,
  changesBetween,
  json,
  type ModuleManifest,
  type Registry,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import { asFirm } from './administration.ts'
import { forgetActors } from './directory.ts'
import { firmCreated, modulesIntroduced } from './hooks.ts'
import { readyRoles } from './ready-roles.ts'

/**
 * Brings what a newer version added to the firms that were there before: modules seed them, and the ready roles
 * gain the permissions that did not exist, as a new firm's would. What an administrator took away stays away.
 */
export async function introduceModulesEverywhere(app: App): Promise<void> {
  for (const tenantId of await firmsLacking(app)) {
    await asFirm(app, tenantId, async (ctx) => {
      // Two processes that start at once meet the firm one after the other.
      await sql`select pg_advisory_xact_lock(hashtext('identity.modules'), ${tenantId}::int)`.execute(ctx.db)
      await introduceModules(ctx)
    })
  }
  forgetActors(app)
}

/** Lets the modules that the firm has not met seed it, and gives the ready roles their new permissions. */
export async function introduceModules(ctx: Ctx): Promise<void> {
  const met = new Map(
    (
      await ctx.db
        .selectFrom('firmModules')
        .select(['module', 'permissions'])
        .where('tenantId', '=', ctx.tenantId)
        .execute()
    ).map((row) => [row.module, row.permissions]),
  )
  const { modules } = ctx.registry
  const newKeys = modules.flatMap((module) => {
    const known = met.get(module.name) ?? []
    return keysOf(module).filter((key) => !known.includes(key))
  })
  if (newKeys.length > 0)
    await extendReadyRoles(ctx, { declared: ctx.registry.permissions, keys: new Set(newKeys) })

  await askHook(ctx, modulesIntroduced, undefined)
  for (const { name, extends: fills = [] } of modules) {
    if (met.has(name)) continue
    for (const { hook, run } of fills) if (hook === firmCreated.name) await run(ctx, { locale: ctx.locale })
  }
  await ctx.db
    .insertInto('firmModules')
    .values(modules.map((m) => ({ tenantId: ctx.tenantId, module: m.name, permissions: keysOf(m) })))
    .onConflict((oc) =>
      oc.columns(['tenantId', 'module']).doUpdateSet({ permissions: sql`excluded.permissions` }),
    )
    .execute()
}

/** Gives the ready roles what they start with on record types that the firm has just made. */
export async function introducePermissions(ctx: Ctx, records: readonly RecordPermissions[]): Promise<void> {
  const declared = { records, rights: {} }
  await extendReadyRoles(ctx, { declared: [declared], keys: new Set(permissionKeys(declared)) })
}

async function firmsLacking(app: App): Promise<number[]> {
  const { rows } = await app.ownerPool.query<{ id: number }>(
    `select f.tenant_id as id from firms f where exists (
       select from jsonb_to_recordset($1) as d(module text, permissions text[])
       left join firm_modules m on m.tenant_id = f.tenant_id and m.module = d.module
       where m.module is null or not m.permissions @> d.permissions)
     order by 1`,
    [JSON.stringify(declaredBy(app.registry))],
  )
  return rows.map(({ id }) => id)
}

const declaredBy = ({ modules }: Registry) =>
  modules.map((module) => ({ module: module.name, permissions: keysOf(module) }))

const keysOf = ({ permissions }: ModuleManifest): string[] => (permissions ? permissionKeys(permissions) : [])

async function extendReadyRoles(
  ctx: Ctx,
  { declared, keys }: { declared: readonly ModulePermissions[]; keys: ReadonlySet<string> },
): Promise<void> {
  const roles = await ctx.db
    .selectFrom('roles')
    .select(['id', 'key', 'nameFa', 'grants', 'rights', 'version'])
    .where('tenantId', '=', ctx.tenantId)
    .where('key', 'is not', null)
    .where('everything', '=', false)
    .forUpdate()
    .execute()
  const ready = new Map(readyRoles(declared).map((role) => [role.key, role]))
  for (const { id, key, nameFa, grants, rights, version } of roles) {
    const content = key && ready.get(key)
    if (!content) continue
    const newGrants = Object.entries(content.grants).filter(([grant]) => keys.has(grant))
    const newRights = content.rights.filter((right) => keys.has(right) && !rights.includes(right))
    const after = {
      grants: { ...Object.fromEntries(newGrants), ...grants },
      rights: [...rights, ...newRights],
    }
    const changes = changesBetween({ grants, rights }, after)
    if (Object.keys(changes).length === 0) continue
    await ctx.db
      .updateTable('roles')
      .set({ grants: json(after.grants), rights: json(after.rights), version: version + 1 })
      .where('tenantId', '=', ctx.tenantId)
      .where('id', '=', id)
      .execute()
    ctx.audit({ action: 'update', record: 'roles', recordId: id, label: nameFa, changes })
  }
}
