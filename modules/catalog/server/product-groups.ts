import { cleanText } from '@peyvand/persian'
import type { Ref } from '@peyvand/platform/contract'
import {
  AppError,
  type Ctx,
  changesBetween,
  newId,
  notFound,
  requireVersion,
  type Tables,
} from '@peyvand/platform/server'
import { type Selectable, type SqlBool, sql } from 'kysely'
import type { ProductGroup, ProductGroupChange, ProductGroupInput } from '../contract/index.ts'
import './tables.ts'

type GroupRow = Selectable<Tables['productGroups']>

/** The groups of the firm as one tree in memory: a few hundred at most. */
export interface GroupTree {
  /** Parents before children, in order. */
  all: readonly GroupRow[]
  /** A group's id and those of all groups below. */
  withBelow(id: string): string[]
  /** The groups from the uppermost down to this one. */
  pathOf(id: string | null): Ref[]
  /** «سخت‌افزار › چاپگر» */
  pathName(id: string): string
}

export async function groupTree(ctx: Ctx): Promise<GroupTree> {
  const rows = await groupRows(ctx).orderBy('position').orderBy('id').execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const childrenOf = (parentId: string | null) => rows.filter((row) => row.parentId === parentId)
  const inOrder = (parentId: string | null): GroupRow[] =>
    childrenOf(parentId).flatMap((row) => [row, ...inOrder(row.id)])
  const withBelow = (id: string): string[] => [id, ...childrenOf(id).flatMap((child) => withBelow(child.id))]
  const pathOf = (id: string | null): Ref[] => {
    const row = id === null ? undefined : byId.get(id)
    return row ? [...pathOf(row.parentId), { id: row.id, name: row.name }] : []
  }
  return {
    all: inOrder(null),
    withBelow,
    pathOf,
    pathName: (id) =>
      pathOf(id)
        .map(({ name }) => name)
        .join(' › '),
  }
}

/** The tree of groups with the number of products in each. */
export async function listProductGroups(ctx: Ctx): Promise<ProductGroup[]> {
  const { all } = await groupTree(ctx)
  const counted = await ctx.db
    .selectFrom('products')
    .select(['groupId', sql<number>`count(*)::int`.as('count')])
    .where('tenantId', '=', ctx.tenantId)
    .where('deletedAt', 'is', null)
    .groupBy('groupId')
    .execute()
  const counts = new Map(counted.map(({ groupId, count }) => [groupId, count]))
  return all.map(({ id, parentId, name, version }) => ({
    id,
    parentId,
    name,
    products: counts.get(id) ?? 0,
    version,
  }))
}

/** @throws AppError catalog.groupNameTaken (409); badInput (400) at `parentId` */
export async function createProductGroup(
  ctx: Ctx,
  { name, parentId }: ProductGroupInput,
): Promise<ProductGroup> {
  if (parentId !== null) await requireGroup(ctx, parentId)
  const clean = cleanText(name)
  await requireFreeName(ctx, { name: clean, parentId })
  const id = newId()
  const siblings = await siblingsOf(ctx, parentId)
  await ctx.db
    .insertInto('productGroups')
    .values({
      tenantId: ctx.tenantId,
      id,
      parentId,
      name: clean,
      position: siblings.length,
      createdAt: ctx.now().toISOString(),
    })
    .execute()
  ctx.audit({ action: 'create', record: 'productGroups', recordId: id, label: clean })
  return groupView(ctx, id)
}

/** @throws AppError catalog.groupNotFound (404), catalog.groupNameTaken, catalog.groupInItself, versionConflict (409) */
export async function updateProductGroup(
  ctx: Ctx,
  id: string,
  change: ProductGroupChange,
): Promise<ProductGroup> {
  const before = await requireGroup(ctx, id)
  requireVersion(before, change.version, await groupView(ctx, id))
  const parentId = change.parentId === undefined ? before.parentId : change.parentId
  const name = change.name === undefined ? before.name : cleanText(change.name)
  if (parentId !== null && parentId !== before.parentId) {
    await requireGroup(ctx, parentId)
    if ((await groupTree(ctx)).withBelow(id).includes(parentId))
      throw new AppError('catalog.groupInItself', { status: 409 })
  }
  if (name !== before.name || parentId !== before.parentId)
    await requireFreeName(ctx, { name, parentId, except: id })
  await ctx.db
    .updateTable('productGroups')
    .set({ name, parentId, version: before.version + 1 })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  if (change.position !== undefined || parentId !== before.parentId)
    await place(ctx, { id, parentId, position: change.position ?? Number.MAX_SAFE_INTEGER })
  ctx.audit({
    action: 'update',
    record: 'productGroups',
    recordId: id,
    label: name,
    changes: changesBetween<Pick<GroupRow, 'name' | 'parentId'>>(before, { name, parentId }),
  })
  return groupView(ctx, id)
}

/** @throws AppError catalog.groupNotFound (404), catalog.groupInUse (409) */
export async function deleteProductGroup(ctx: Ctx, id: string): Promise<void> {
  const { name } = await requireGroup(ctx, id)
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from products where tenant_id = ${ctx.tenantId} and group_id = ${id}::uuid)
      or exists (select from product_groups where tenant_id = ${ctx.tenantId} and parent_id = ${id}::uuid)
      or exists (select from discount_rules where tenant_id = ${ctx.tenantId} and ${id}::uuid = any(product_group_ids))
      as used`.execute(ctx.db)
  if (rows[0]?.used) throw new AppError('catalog.groupInUse', { status: 409 })
  await ctx.db.deleteFrom('productGroups').where('tenantId', '=', ctx.tenantId).where('id', '=', id).execute()
  ctx.audit({ action: 'delete', record: 'productGroups', recordId: id, label: name })
}

const groupRows = (ctx: Ctx) =>
  ctx.db.selectFrom('productGroups').selectAll().where('tenantId', '=', ctx.tenantId)

const siblingsOf = (ctx: Ctx, parentId: string | null) =>
  groupRows(ctx)
    .where(sql<SqlBool>`parent_id is not distinct from ${parentId}::uuid`)
    .orderBy('position')
    .orderBy('id')
    .forUpdate()
    .execute()

async function requireGroup(ctx: Ctx, id: string): Promise<GroupRow> {
  const row = await groupRows(ctx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound('catalog.groupNotFound')
  return row
}

async function requireFreeName(
  ctx: Ctx,
  { name, parentId, except }: { name: string; parentId: string | null; except?: string },
): Promise<void> {
  const siblings = await siblingsOf(ctx, parentId)
  if (siblings.some((one) => one.name === name && one.id !== except))
    throw new AppError('catalog.groupNameTaken', { status: 409 })
}

async function place(
  ctx: Ctx,
  { id, parentId, position }: { id: string; parentId: string | null; position: number },
): Promise<void> {
  const others = (await siblingsOf(ctx, parentId)).map((row) => row.id).filter((one) => one !== id)
  const ids = [...others.slice(0, position), id, ...others.slice(position)]
  await sql`update product_groups g set position = o.place - 1
    from unnest(${sql.val(ids)}::uuid[]) with ordinality as o (id, place)
    where g.tenant_id = ${ctx.tenantId} and g.id = o.id`.execute(ctx.db)
}

async function groupView(ctx: Ctx, id: string): Promise<ProductGroup> {
  const found = (await listProductGroups(ctx)).find((group) => group.id === id)
  if (!found) throw notFound('catalog.groupNotFound')
  return found
}
