import type { Use } from '@peyvand/customization/contract'
import { rulingRoles } from '@peyvand/identity/server'
import type { CustomField } from '@peyvand/platform/contract'
import { askHook, type Ctx, defineHook, dependentsOf } from '@peyvand/platform/server'
import { type SqlBool, sql } from 'kysely'

/** Asked before an own field is changed or archived: the places of other modules where it stands. */
export const customFieldUses = defineHook<Pick<CustomField, 'record' | 'key'>, Use[]>(
  'customization.customFieldUses',
)

/** Conditions of other fields, saved views, roles that rule it, and what other modules know of. */
export async function usesOfField(
  ctx: Ctx,
  field: CustomField,
  others: readonly CustomField[],
): Promise<Use[]> {
  const conditions = dependentsOf(field, others).map(
    (one): Use => ({ kind: 'condition', label: ctx.locale === 'fa' ? one.labelFa : one.labelEn }),
  )
  const views = await ctx.db
    .selectFrom('savedViews')
    .select(['name', 'visibility', 'ownerId'])
    .where('tenantId', '=', ctx.tenantId)
    .where('record', '=', field.record)
    .where(sql<SqlBool>`definition::text like ${`%"custom.${field.key}"%`}`)
    .orderBy('name')
    .execute()
  const named = views.map(
    // Of a colleague's private view only that it is there.
    ({ name, visibility, ownerId }): Use => ({
      kind: 'view',
      label: visibility === 'public' || ownerId === ctx.actor.userId ? name : null,
    }),
  )
  const roles = (await rulingRoles(ctx, `${field.record}.custom.${field.key}`)).map(
    (label): Use => ({ kind: 'role', label }),
  )
  return [...conditions, ...named, ...roles, ...(await askHook(ctx, customFieldUses, field)).flat()]
}
