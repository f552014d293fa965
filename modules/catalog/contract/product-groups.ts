import { defineRoute, Id, IdParams } from '@peyvand/platform/contract'
import { z } from 'zod'
import { lineOf } from './line.ts'

export const ProductGroup = z.object({
  id: Id,
  parentId: Id.nullable(),
  name: z.string(),
  /** Products in it, without those of the groups below. */
  products: z.number().int(),
  version: z.number().int(),
})
export type ProductGroup = z.infer<typeof ProductGroup>

const name = lineOf(120)

export const ProductGroupInput = z.strictObject({ name, parentId: Id.nullable().default(null) })
export type ProductGroupInput = z.output<typeof ProductGroupInput>

export const ProductGroupChange = z.strictObject({
  version: z.number().int(),
  name: name.optional(),
  parentId: Id.nullable().optional(),
  /** Place among the groups of the same parent, from 0. */
  position: z.number().int().min(0).max(10_000).optional(),
})
export type ProductGroupChange = z.infer<typeof ProductGroupChange>

const Groups = z.object({ items: z.array(ProductGroup) })
const manage = 'catalog.manage'

export const listProductGroupsRoute = defineRoute({
  method: 'GET',
  path: '/product-groups',
  summary: 'The tree of product groups: parents before children, in order',
  permission: 'catalog.read',
  answer: Groups,
})

export const createProductGroupRoute = defineRoute({
  method: 'POST',
  path: '/product-groups',
  summary: 'Make a product group, at the end of its parent',
  permission: manage,
  body: ProductGroupInput,
  answer: ProductGroup,
  status: 201,
  errors: ['catalog.groupNameTaken'],
})

export const updateProductGroupRoute = defineRoute({
  method: 'PATCH',
  path: '/product-groups/:id',
  summary: 'Rename a product group, or put it elsewhere in the tree',
  permission: manage,
  params: IdParams,
  body: ProductGroupChange,
  answer: ProductGroup,
  errors: ['catalog.groupNotFound', 'catalog.groupNameTaken', 'catalog.groupInItself'],
})

export const deleteProductGroupRoute = defineRoute({
  method: 'DELETE',
  path: '/product-groups/:id',
  summary: 'Delete a product group that nothing is in and no discount names',
  permission: manage,
  params: IdParams,
  answer: 'none',
  errors: ['catalog.groupNotFound', 'catalog.groupInUse'],
})
