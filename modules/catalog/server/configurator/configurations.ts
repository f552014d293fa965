import { userName } from '@peyvand/identity/server'
import { cleanText } from '@peyvand/persian'
import { AppError, type Ctx, json, newId, notFound } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { NamedConfiguration } from '../../contract/index.ts'
import { canBeSold, namedOptions } from './chosen-options.ts'
import { getConfigurator } from './configurators.ts'
import '../tables.ts'

/** Choices of a product kept under a name, by name. @throws AppError catalog.productNotFound (404) */
export async function listConfigurations(ctx: Ctx, productId: string): Promise<NamedConfiguration[]> {
  const design = await getConfigurator(ctx, productId)
  const rows = await ctx.db
    .selectFrom('productConfigurations as c')
    .selectAll('c')
    .select(userName(sql`c.created_by`).as('createdByName'))
    .where('c.tenantId', '=', ctx.tenantId)
    .where('c.productId', '=', productId)
    .orderBy(sql`c.name collate "fa-x-icu"`)
    .execute()
  return rows.map(({ id, name, options, createdAt, createdBy, createdByName }) => ({
    id,
    name,
    configuration: { options },
    valid: canBeSold(
      design,
      options.map((option) => option.id),
    ),
    createdBy: createdBy && createdByName !== null ? { id: createdBy, name: createdByName } : null,
    createdAt,
  }))
}

/**
 * Keeps a choice under a name; one of the same name is replaced.
 * @throws AppError catalog.productNotFound (404), catalog.configurationInvalid (409)
 */
export async function saveConfiguration(
  ctx: Ctx,
  productId: string,
  { name: given, optionIds }: { name: string; optionIds: readonly string[] },
): Promise<NamedConfiguration> {
  const design = await getConfigurator(ctx, productId)
  if (!canBeSold(design, optionIds))
    throw new AppError('catalog.configurationInvalid', { status: 409, params: { name: design.product.name } })
  const name = cleanText(given)
  const { options } = namedOptions(design, optionIds)
  const columns = { options: json(options), createdAt: ctx.now().toISOString(), createdBy: ctx.actor.userId }
  await ctx.db
    .insertInto('productConfigurations')
    .values({ tenantId: ctx.tenantId, id: newId(), productId, name, ...columns })
    .onConflict((oc) => oc.columns(['tenantId', 'productId', 'name']).doUpdateSet(columns))
    .execute()
  audited(ctx, design.product, { [name]: { to: options.map((option) => option.name) } })
  const saved = (await listConfigurations(ctx, productId)).find((one) => one.name === name)
  if (!saved) throw notFound('catalog.configurationNotFound')
  return saved
}

/** @throws AppError catalog.productNotFound, catalog.configurationNotFound (404) */
export async function deleteConfiguration(
  ctx: Ctx,
  { id: productId, configurationId }: { id: string; configurationId: string },
): Promise<void> {
  const { product } = await getConfigurator(ctx, productId)
  const gone = await ctx.db
    .deleteFrom('productConfigurations')
    .where('tenantId', '=', ctx.tenantId)
    .where('productId', '=', productId)
    .where('id', '=', configurationId)
    .returning(['name', 'options'])
    .executeTakeFirst()
  if (!gone) throw notFound('catalog.configurationNotFound')
  audited(ctx, product, { [gone.name]: { from: gone.options.map((option) => option.name) } })
}

function audited(ctx: Ctx, { id, name }: { id: string; name: string }, configurations: object): void {
  ctx.audit({
    action: 'update',
    record: 'products',
    recordId: id,
    label: name,
    changes: { configurations: { to: configurations } },
  })
}
