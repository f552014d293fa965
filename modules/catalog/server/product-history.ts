import { labelMatch, tagsByName, valueLabel } from '@peyvand/customization/server'
import { byIds, type HistorySource, restoredInput, valueBefore } from '@peyvand/history/server'
import { partyRefs } from '@peyvand/parties/server'
import { anyOf, type Ctx, customFieldRule, may } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { type Product, ProductChange } from '../contract/index.ts'
import { ownColumns } from './insert-products.ts'
import { groupTree } from './product-groups.ts'
import { getProduct } from './product-queries.ts'
import { inputOf, tagNames, updateProduct } from './products.ts'
import { listVatClasses } from './vat-classes.ts'

/** Options have a page of their own. */
const byOtherMeans = new Set(['options', 'configurations'])

/** What the history of products is read from. */
export const productHistory: HistorySource = {
  record: 'products',
  names: {
    groupId: byIds(async (ctx) => {
      const { all, pathName } = await groupTree(ctx)
      return new Map(all.map(({ id }) => [id, { name: pathName(id) }]))
    }),
    unitId: byIds(unitNames),
    vatClassId: byIds(async (ctx) => new Map((await listVatClasses(ctx)).map((one) => [one.id, one]))),
  },
  partyNames: byIds(partyRefs),
  require: async (ctx, id) => {
    const { deletedAt } = await getProduct(ctx, id)
    return { mayChange: deletedAt === null && may(ctx.actor, 'catalog.manage') }
  },
  present: async (ctx, id) => {
    const product = await getProduct(ctx, id)
    return {
      fields: { ...inputOf(product), tags: tagNames(product), ...ownColumns(product.custom) },
      deleted: product.deletedAt !== null,
    }
  },
  isWithheld: () => false,
  isRestorable: (ctx, field) =>
    field.startsWith('custom.')
      ? customFieldRule(ctx, { record: 'products', key: field.slice('custom.'.length) }) === null
      : !byOtherMeans.has(field),
}

/**
 * Gives one field the value back that it had before a change, by the ordinary save.
 * @throws AppError history.noSuchChange (404), history.notRestorable, history.valueGone (409); as updateProduct
 */
export async function restoreProductField(
  ctx: Ctx,
  { id, changeId, field, version }: { id: string; changeId: string; field: string; version: number },
): Promise<Product> {
  const value = await valueBefore(ctx, productHistory, { id, changeId, field })
  return updateProduct(
    ctx,
    id,
    restoredInput(ProductChange, { version, ...(await inputOfField(ctx, field, value)) }),
  )
}

async function inputOfField(ctx: Ctx, field: string, value: unknown): Promise<Record<string, unknown>> {
  const own = /^custom\.(.+)$/.exec(field)?.[1]
  if (own) return { custom: { [own]: value } }
  if (field !== 'tags') return { [field]: value }
  const known = await tagsByName(ctx)
  return { tagIds: (value as string[]).map((name) => known.get(labelMatch(name))) }
}

async function unitNames(ctx: Ctx, ids: string[]): Promise<ReadonlyMap<string, { name: string }>> {
  const rows = await ctx.db
    .selectFrom('listValues as n')
    .select(['n.id', valueLabel(ctx, sql`n.id`).as('name')])
    .where('n.tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`n.id`, ids))
    .execute()
  return new Map(rows.map(({ id, name }) => [id, { name: name ?? '' }]))
}
