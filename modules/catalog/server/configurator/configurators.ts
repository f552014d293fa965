import { valueLabel } from '@peyvand/customization/server'
import {
  anyOf,
  badField,
  type Ctx,
  changesBetween,
  json,
  notFound,
  requireVersion,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import {
  type Configurator,
  type ConfiguratorChange,
  canBeCompleted,
  defaultOptions,
  type OptionEffect,
  productUpdated,
} from '../../contract/index.ts'
import { requireProduct, visibleProducts } from '../product-access.ts'
import '../tables.ts'

/** What a product is offered with. @throws AppError catalog.productNotFound (404) */
export async function getConfigurator(ctx: Ctx, productId: string): Promise<Configurator> {
  const product = await visibleProducts(ctx)
    .select(['p.id', 'p.name'])
    .where('p.id', '=', productId)
    .executeTakeFirst()
  if (!product) throw notFound('catalog.productNotFound')
  const designed = (await configuratorsOf(ctx, [productId])).get(productId)
  return designed ?? { product, groups: [], rules: [], version: 0 }
}

/** What products are offered with, of those that are offered with something. */
export async function configuratorsOf(
  ctx: Ctx,
  productIds: readonly string[],
): Promise<Map<string, Configurator>> {
  const rows = await ctx.db
    .selectFrom('configurators as c')
    .innerJoin('products as p', (join) =>
      join.onRef('p.tenantId', '=', 'c.tenantId').onRef('p.id', '=', 'c.productId'),
    )
    .select(['c.productId', 'p.name', 'c.groups', 'c.rules', 'c.partIds', 'c.version'])
    .where('c.tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`c.product_id`, productIds))
    .execute()
  const parts = await partsOf(
    ctx,
    rows.flatMap(({ partIds }) => partIds),
  )
  return new Map(
    rows.map(({ productId, name, groups, rules, version }) => [
      productId,
      {
        product: { id: productId, name },
        groups: groups.map((group) => ({
          ...group,
          options: group.options.map((option) => ({ ...option, effect: effectView(option.effect, parts) })),
        })),
        rules,
        version,
      },
    ]),
  )
}

/**
 * Changes what a product is offered with, whole.
 * @throws AppError catalog.productNotFound (404), versionConflict (409); badInput (400) at the option, or at `groups`
 * where nothing, or not what is chosen beforehand, could be sold
 */
export async function updateConfigurator(
  ctx: Ctx,
  productId: string,
  { version, groups, rules }: ConfiguratorChange,
): Promise<Configurator> {
  const { name } = await requireProduct(ctx, productId)
  const before = await getConfigurator(ctx, productId)
  requireVersion(before, version, before)
  const partIds = await requireEffects(ctx, productId, groups)
  requirePossible({ groups, rules })
  const columns = {
    groups: json(groups),
    rules: json(rules),
    partIds,
    updatedAt: ctx.now().toISOString(),
    updatedBy: ctx.actor.userId,
    version: version + 1,
  }
  await ctx.db
    .insertInto('configurators')
    .values({ tenantId: ctx.tenantId, productId, ...columns })
    .onConflict((oc) => oc.columns(['tenantId', 'productId']).doUpdateSet(columns))
    .execute()
  const after = await getConfigurator(ctx, productId)
  ctx.audit({
    action: 'update',
    record: 'products',
    recordId: productId,
    label: name,
    changes: changesBetween(
      { options: { groups: before.groups, rules: before.rules } },
      { options: { groups: after.groups, rules: after.rules } },
    ),
  })
  ctx.emit(productUpdated, { productId, fields: ['options'] })
  ctx.live({ topic: 'products', id: productId })
  return after
}

type Groups = ConfiguratorChange['groups']

/** The products that options bring along. @throws AppError badInput (400) at the option */
async function requireEffects(ctx: Ctx, productId: string, groups: Groups): Promise<string[]> {
  const brought = groups.flatMap(({ options }, group) =>
    options.flatMap(({ effect }, option) =>
      effect.kind === 'product'
        ? [{ id: effect.productId, path: `groups.${group}.options.${option}.effect.productId` }]
        : [],
    ),
  )
  const ids = [...new Set(brought.map(({ id }) => id))]
  const known = await partsOf(ctx, ids)
  for (const { id, path } of brought) {
    if (id === productId) throw badField(path, 'catalog.optionOfItself')
    if (!known.has(id)) throw badField(path, 'option')
  }
  return ids
}

/**
 * Something must be left that can be sold, each option with something, and what is chosen beforehand, which may lack
 * something. @throws AppError badInput (400) at `groups` or `groups.<index>.options.<index>`
 */
function requirePossible(design: Pick<ConfiguratorChange, 'groups' | 'rules'>): void {
  if (!canBeCompleted(design, [])) throw badField('groups', 'catalog.nothingPossible')
  for (const [group, { options }] of design.groups.entries())
    for (const [option, { id, name }] of options.entries())
      if (!canBeCompleted(design, [id]))
        throw badField(`groups.${group}.options.${option}`, 'catalog.optionImpossible', { name })
  if (!canBeCompleted(design, defaultOptions(design))) throw badField('groups', 'catalog.defaultsContradict')
}

interface Part {
  id: string
  name: string
  unitId: string
  unitName: string | null
}

async function partsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Part>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('products as p')
    .select(['p.id', 'p.name', 'p.unitId', valueLabel(ctx, sql`p.unit_id`).as('unitName')])
    .where('p.tenantId', '=', ctx.tenantId)
    .where('p.deletedAt', 'is', null)
    .where(anyOf(sql`p.id`, ids))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

function effectView(
  effect: Groups[number]['options'][number]['effect'],
  parts: ReadonlyMap<string, Part>,
): OptionEffect {
  if (effect.kind !== 'product') return effect
  const { productId, quantity } = effect
  const part = parts.get(productId)
  return {
    kind: 'product',
    product: { id: productId, name: part?.name ?? '' },
    unit: { id: part?.unitId ?? productId, name: part?.unitName ?? '' },
    quantity,
  }
}
