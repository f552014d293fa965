import { type Ctx, type Owned, reachOf, scopeOf } from '@peyvand/platform/server'
import type { AccessReason } from './hooks.ts'
import { permissionCatalogue } from './roles.ts'

/**
 * What the scope of a permission does for a record of this owner and team, for fills of `accessAsked`: by `reachOf`,
 * the rule that the permission itself goes by.
 */
export async function scopeReason(ctx: Ctx, permission: string, record: Owned): Promise<AccessReason> {
  const { actor } = ctx
  const scope = scopeOf(actor, permission)
  if (actor.everything) return { opens: true, key: 'identity.access.everything' }
  const action = await actionName(ctx, permission)
  if (scope === null) return { opens: false, key: 'identity.access.noRole', params: { action } }
  const reach = reachOf(actor, permission, record)
  if (reach === 'all' || reach === 'own')
    return { opens: true, key: `identity.access.${reach}`, params: { action } }
  const names = await namesOf(ctx, record)
  if (reach) return { opens: true, key: `identity.access.${reach}`, params: { action, team: names.team } }
  return { opens: false, key: `identity.access.beyond.${scope}`, params: { action, ...names } }
}

/** `parties.read` as «مخاطبان: مشاهده». */
async function actionName(ctx: Ctx, permission: string): Promise<string> {
  const { records } = await permissionCatalogue(ctx)
  for (const { label, actions } of records) {
    const action = actions.find((one) => one.permission === permission)
    if (action) return `${label[ctx.locale]}: ${action.label[ctx.locale]}`
  }
  return permission
}

async function namesOf(ctx: Ctx, { ownerId, teamId }: Owned): Promise<{ owner: string; team: string }> {
  const owner = await ctx.db
    .selectFrom('users')
    .select('name')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', ownerId)
    .executeTakeFirst()
  const team = await ctx.db
    .selectFrom('teams')
    .select('name')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', teamId)
    .executeTakeFirst()
  return { owner: owner?.name ?? '—', team: team?.name ?? '—' }
}
