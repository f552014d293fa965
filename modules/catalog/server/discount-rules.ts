import { cleanText } from '@peyvand/persian'
import type { Ref } from '@peyvand/platform/contract'
import {
  AppError,
  anyOf,
  badField,
  type Ctx,
  changesBetween,
  newId,
  notFound,
  requireVersion,
  type Tables,
} from '@peyvand/platform/server'
import { type Selectable, sql } from 'kysely'
import type { DiscountRule, DiscountRuleInput } from '../contract/index.ts'
import { conditionsOf, requireConditions } from './conditions.ts'
import { sameCode } from './pricing/why-not.ts'
import { groupTree } from './product-groups.ts'
import { putInOrder } from './put-in-order.ts'
import { plainDecimal } from './vat-classes.ts'
import './tables.ts'

export type DiscountRuleRow = Selectable<Tables['discountRules']>

/** Discounts in the order in which they are applied. */
export async function listDiscountRules(ctx: Ctx): Promise<DiscountRule[]> {
  const rows = await discountRuleRows(ctx).execute()
  const products = await productNames(
    ctx,
    rows.flatMap(({ productIds }) => productIds),
  )
  const { all, pathName } = await groupTree(ctx)
  const groups = new Map(all.map(({ id }) => [id, { id, name: pathName(id) }]))
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    percent: row.percent && plainDecimal(row.percent),
    amount: row.amount,
    currency: row.currency,
    minQuantity: plainDecimal(row.minQuantity),
    productIds: row.productIds,
    productGroupIds: row.productGroupIds,
    code: row.code,
    stackable: row.stackable,
    ...conditionsOf(row),
    updatedAt: row.updatedAt,
    version: row.version,
    products: row.productIds.flatMap((id) => products.get(id) ?? []),
    productGroups: row.productGroupIds.flatMap((id) => groups.get(id) ?? []),
  }))
}

/** Makes a discount that is applied after all others. @throws AppError catalog.campaignCodeTaken (409); badInput (400) at the field */
export async function createDiscountRule(ctx: Ctx, input: DiscountRuleInput): Promise<DiscountRule> {
  await requireKnown(ctx, input)
  const id = newId()
  const now = ctx.now().toISOString()
  const columns = cleaned(input)
  await requireFreeCode(ctx, columns.code)
  const last = await ctx.db
    .selectFrom('discountRules')
    .select((eb) => eb.fn.max('position').as('position'))
    .where('tenantId', '=', ctx.tenantId)
    .executeTakeFirst()
  await ctx.db
    .insertInto('discountRules')
    .values({
      ...columns,
      tenantId: ctx.tenantId,
      id,
      position: (last?.position ?? 0) + 1,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  ctx.audit({
    action: 'create',
    record: 'discountRules',
    recordId: id,
    label: columns.name,
    changes: changesBetween<Partial<DiscountRuleRow>>({}, columns),
  })
  return ruleView(ctx, id)
}

/** @throws AppError catalog.ruleNotFound (404), versionConflict, catalog.campaignCodeTaken (409); badInput (400) */
export async function updateDiscountRule(
  ctx: Ctx,
  id: string,
  { version, ...input }: DiscountRuleInput & { version: number },
): Promise<DiscountRule> {
  const before = await requireRule(ctx, id)
  requireVersion(before, version, await ruleView(ctx, id))
  await requireKnown(ctx, input, before)
  const columns = cleaned(input)
  await requireFreeCode(ctx, columns.code, id)
  await ctx.db
    .updateTable('discountRules')
    .set({ ...columns, updatedAt: ctx.now().toISOString(), version: before.version + 1 })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  ctx.audit({
    action: 'update',
    record: 'discountRules',
    recordId: id,
    label: columns.name,
    changes: changesBetween<Partial<DiscountRuleRow>>(
      {
        ...before,
        percent: before.percent && plainDecimal(before.percent),
        minQuantity: plainDecimal(before.minQuantity),
      },
      columns,
    ),
  })
  return ruleView(ctx, id)
}

/** @throws AppError catalog.orderIncomplete (409) */
export async function orderDiscountRules(ctx: Ctx, ids: readonly string[]): Promise<DiscountRule[]> {
  const present = await discountRuleRows(ctx).forUpdate().execute()
  await putInOrder(ctx, { table: 'discount_rules', record: 'discountRules', ids, present })
  return listDiscountRules(ctx)
}

/** @throws AppError catalog.ruleNotFound (404) */
export async function deleteDiscountRule(ctx: Ctx, id: string): Promise<void> {
  const { name } = await requireRule(ctx, id)
  await ctx.db.deleteFrom('discountRules').where('tenantId', '=', ctx.tenantId).where('id', '=', id).execute()
  ctx.audit({ action: 'delete', record: 'discountRules', recordId: id, label: name })
}

/** Rows in the order in which they are applied. */
export const discountRuleRows = (ctx: Ctx) =>
  ctx.db
    .selectFrom('discountRules')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .orderBy('position')
    .orderBy('id')

async function requireRule(ctx: Ctx, id: string): Promise<DiscountRuleRow> {
  const row = await discountRuleRows(ctx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound('catalog.ruleNotFound')
  return row
}

async function ruleView(ctx: Ctx, id: string): Promise<DiscountRule> {
  const found = (await listDiscountRules(ctx)).find((rule) => rule.id === id)
  if (!found) throw notFound('catalog.ruleNotFound')
  return found
}

/** Of the two amounts only that of the rule's kind is kept. */
const cleaned = (input: DiscountRuleInput) => ({
  ...input,
  name: cleanText(input.name),
  percent: input.kind === 'percent' ? input.percent : null,
  amount: input.kind === 'amount' ? input.amount : null,
  code: (input.code && cleanText(input.code)) || null,
})

async function requireKnown(ctx: Ctx, input: DiscountRuleInput, present?: DiscountRuleRow): Promise<void> {
  await requireConditions(ctx, input, present)
  const products = await productNames(ctx, input.productIds)
  const product = input.productIds.findIndex((id) => !products.has(id))
  if (product >= 0) throw badField(`productIds.${product}`, 'option')
  const groups = new Set((await groupTree(ctx)).all.map(({ id }) => id))
  const group = input.productGroupIds.findIndex((id) => !groups.has(id))
  if (group >= 0) throw badField(`productGroupIds.${group}`, 'option')
}

async function requireFreeCode(ctx: Ctx, code: string | null, except?: string): Promise<void> {
  if (code === null) return
  await sql`select pg_advisory_xact_lock(hashtext('catalog.campaignCodes'), ${ctx.tenantId})`.execute(ctx.db)
  const rules = await discountRuleRows(ctx).execute()
  const other = rules.find((rule) => rule.code !== null && sameCode(rule.code, code) && rule.id !== except)
  if (other)
    throw new AppError('catalog.campaignCodeTaken', {
      status: 409,
      params: { name: other.name },
      fields: [{ path: 'code', code: 'catalog.campaignCodeTaken', params: { name: other.name } }],
    })
}

/** Names of products, those of the bin too: a rule may still name them. */
async function productNames(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Ref>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('products')
    .select(['id', 'name'])
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`id`, [...new Set(ids)]))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
