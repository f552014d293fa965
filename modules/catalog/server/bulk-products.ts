import { Selection } from '@peyvand/platform/contract'
import { type Ctx, defineBulkChange, type KeptRow, requirePermission } from '@peyvand/platform/server'
import { z } from 'zod'
import { BulkProductAction } from '../contract/index.ts'
import { changeProducts, type ProductValues } from './change-products.ts'
import { type StoredProduct, visibleProducts } from './product-access.ts'
import { groupTree } from './product-groups.ts'
import { requireProductGroup } from './product-input.ts'
import { productSource } from './product-source.ts'
import { listVatClasses, requireVatClassInUse } from './vat-classes.ts'

const BulkInput = z.object({ selection: Selection, action: BulkProductAction })
type BulkInput = z.infer<typeof BulkInput>

const Kept = z.object({
  before: z.object({ groupId: z.string().nullable(), vatClassId: z.string(), active: z.boolean() }),
})
type Kept = z.infer<typeof Kept>

/** Starts a change of many products. @throws AppError badInput (400) at `groupId`, `vatClassId` */
export async function bulkChangeProducts(ctx: Ctx, input: BulkInput): Promise<{ operationId: string }> {
  const { action } = input
  if (action.type === 'setGroup') await requireProductGroup(ctx, action.groupId)
  if (action.type === 'setVatClass') await requireVatClassInUse(ctx, action.vatClassId)
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
  change: async (ctx, action: BulkProductAction, rows) => {
    const values = valuesOf(action)
    // What is so already is left alone, so that the undo has nothing to take back there.
    const changed = rows.filter((row) => !holds(row, values))
    await changeProducts(
      ctx,
      changed.map((before) => ({ before, values })),
    )
    const kept = changed.map(({ id, groupId, vatClassId, active }) => ({
      id,
      before: { groupId, vatClassId, active },
    }))
    return { done: rows.length, kept }
  },
  judge: async (_, action) => {
    const values = valuesOf(action)
    return ({ row }) => (row.deletedAt ? 'deleted' : holds(row, values) ? 'goesBack' : 'changed')
  },
  putBack,
  describe,
})

type GivenValues = Pick<ProductValues, 'groupId' | 'vatClassId' | 'active'>

/** The columns that an action gives. */
function valuesOf(action: BulkProductAction): GivenValues {
  const { type: _, ...values } = action
  return values
}

const holds = (row: StoredProduct, values: GivenValues): boolean =>
  Object.entries(values).every(([key, value]) => row[key as keyof GivenValues] === value)

async function putBack(
  ctx: Ctx,
  action: BulkProductAction,
  rows: readonly KeptRow<StoredProduct, Kept>[],
): Promise<void> {
  const groups = new Set((await groupTree(ctx)).all.map(({ id }) => id))
  const valuesBack = ({ before: { groupId, vatClassId, active } }: Kept): GivenValues => {
    switch (action.type) {
      case 'setGroup':
        // A group that was deleted since cannot come back; the product is in none then.
        return { groupId: groupId && groups.has(groupId) ? groupId : null }
      case 'setVatClass':
        return { vatClassId }
      case 'setActive':
        return { active }
    }
  }
  await changeProducts(
    ctx,
    rows.map(({ row, kept }) => ({ before: row, values: valuesBack(kept) })),
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
  }
}
