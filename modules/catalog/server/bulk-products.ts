import { requireTags, tagsOf } from '@peyvand/customization/server'
import { Selection } from '@peyvand/platform/contract'
import {
  type Ctx,
  defineBulkChange,
  type KeptRow,
  requirePermission,
  type Verdict,
} from '@peyvand/platform/server'
import { z } from 'zod'
import { BulkProductAction } from '../contract/index.ts'
import { type ChangedProduct, changeProducts } from './change-products.ts'
import { type StoredProduct, visibleProducts } from './product-access.ts'
import { groupTree } from './product-groups.ts'
import { requireProductGroup } from './product-input.ts'
import { productSource } from './product-source.ts'
import { listVatClasses, requireVatClassInUse } from './vat-classes.ts'

const BulkInput = z.object({ selection: Selection, action: BulkProductAction })
type BulkInput = z.infer<typeof BulkInput>

const Kept = z.object({
  before: z.object({
    groupId: z.string().nullable(),
    vatClassId: z.string(),
    active: z.boolean(),
    /** Of a change of tags. */
    tagIds: z.array(z.string()).default([]),
  }),
})
type Kept = z.infer<typeof Kept>

/** Starts a change of many products. @throws AppError badInput (400) at `groupId`, `vatClassId`, `tagIds` */
export async function bulkChangeProducts(ctx: Ctx, input: BulkInput): Promise<{ operationId: string }> {
  const { action } = input
  if (action.type === 'setGroup') await requireProductGroup(ctx, action.groupId)
  if (action.type === 'setVatClass') await requireVatClassInUse(ctx, action.vatClassId)
  if (action.type === 'tag') await requireTags(ctx, [...action.add, ...action.remove])
  return bulkProductChange.start(ctx, input)
}

/** Changes of many products. */
export const bulkProductChange = defineBulkChange({
  kind: 'catalog.bulk',
  input: BulkInput,
  record: 'products',
  nameOf: ({ name }) => name,
  keeps: { table: 'productBulkChanges', id: 'productId', as: Kept },
  open: async (ctx, { action }) => {
    requirePermission(ctx, 'catalog.manage')
    return action
  },
  among: async (ctx) => ({ source: await productSource(ctx), rows: visibleProducts(ctx).selectAll('p') }),
  change,
  judge: async (ctx, action: BulkProductAction, rows) => {
    const tags = await tagsFor(
      ctx,
      action,
      rows.map(({ row }) => row),
    )
    return ({ row, kept }): Verdict => {
      if (row.deletedAt) return 'deleted'
      if (action.type !== 'tag') return changeOf(action, row, []) ? 'changed' : 'goesBack'
      return tagsBack(action, { has: tags(row), had: kept.before.tagIds }) ? 'goesBack' : 'nothingLeft'
    }
  },
  putBack,
  describe,
})

/** What is so already is left alone, so that the undo has nothing to take back there. */
async function change(ctx: Ctx, action: BulkProductAction, rows: readonly StoredProduct[]) {
  const tags = await tagsFor(ctx, action, rows)
  const changes = rows.flatMap((row) => changeOf(action, row, tags(row)) ?? [])
  await changeProducts(ctx, changes)
  const kept = changes.map(({ before }) => {
    const { id, groupId, vatClassId, active } = before
    return { id, before: { groupId, vatClassId, active, tagIds: tags(before) } }
  })
  return { done: rows.length, kept }
}

/** What the action makes of a product; null where it is so already. */
function changeOf(
  action: BulkProductAction,
  before: StoredProduct,
  tagIds: readonly string[],
): ChangedProduct | null {
  if (action.type === 'tag') {
    const after = [...new Set([...tagIds.filter((id) => !action.remove.includes(id)), ...action.add])]
    return isSame(after, tagIds) ? null : { before, values: {}, tagIds: after }
  }
  const { type: _, ...values } = action
  const isSo = Object.entries(values).every(([key, value]) => before[key as keyof typeof values] === value)
  return isSo ? null : { before, values }
}

type TagAction = Extract<BulkProductAction, { type: 'tag' }>

/** A product's tags without what the action added and with what it took off; null where neither is left. */
function tagsBack(
  { add, remove }: TagAction,
  { has, had }: { has: readonly string[]; had: readonly string[] },
): string[] | null {
  const stay = has.filter((id) => had.includes(id) || !add.includes(id))
  const back = [...new Set([...stay, ...had.filter((id) => remove.includes(id))])]
  return isSame(back, has) ? null : back
}

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((id) => b.includes(id))

/** The tags of products by id, where the action is about them. */
async function tagsFor(ctx: Ctx, { type }: BulkProductAction, rows: readonly { id: string }[]) {
  const ids = type === 'tag' ? rows.map(({ id }) => id) : []
  const tags = await tagsOf(ctx, 'products', ids)
  return ({ id }: { id: string }): string[] => (tags.get(id) ?? []).map((tag) => tag.id)
}

async function putBack(
  ctx: Ctx,
  action: BulkProductAction,
  rows: readonly KeptRow<StoredProduct, Kept>[],
): Promise<void> {
  const groups = new Set((await groupTree(ctx)).all.map(({ id }) => id))
  const tags = await tagsFor(
    ctx,
    action,
    rows.map(({ row }) => row),
  )
  const back = (before: StoredProduct, was: Kept['before']): ChangedProduct => {
    const { groupId, vatClassId, active, tagIds: had } = was
    switch (action.type) {
      case 'setGroup':
        // A group that was deleted since cannot come back; the product is in none then.
        return { before, values: { groupId: groupId && groups.has(groupId) ? groupId : null } }
      case 'setVatClass':
        return { before, values: { vatClassId } }
      case 'setActive':
        return { before, values: { active } }
      case 'tag': {
        const has = tags(before)
        return { before, values: {}, tagIds: tagsBack(action, { has, had }) ?? has }
      }
    }
  }
  await changeProducts(
    ctx,
    rows.map(({ row, kept }) => back(row, kept.before)),
  )
}

async function describe(ctx: Ctx, { action }: BulkInput): Promise<string> {
  const text = (key: string, params = {}) => ctx.registry.translate(ctx.locale, `catalog.did.${key}`, params)
  switch (action.type) {
    case 'setActive':
      return text(action.active ? 'offer' : 'withdraw')
    case 'setGroup': {
      const name = action.groupId && (await groupTree(ctx)).pathName(action.groupId)
      return text('setGroup', { name: name || '—' })
    }
    case 'setVatClass': {
      const found = (await listVatClasses(ctx)).find(({ id }) => id === action.vatClassId)
      return text('setVatClass', { name: found?.name ?? '—' })
    }
    case 'tag':
      return text('tag')
  }
}
