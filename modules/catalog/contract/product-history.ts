import { historyRoutes } from '@peyvand/history/contract'
import { Product } from './products.ts'

export const {
  changes: productChangesRoute,
  asOf: productAsOfRoute,
  restore: restoreProductFieldRoute,
} = historyRoutes({
  path: '/products',
  name: 'a product',
  read: 'catalog.read',
  update: 'catalog.manage',
  record: Product,
  errors: ['catalog.productNotFound'],
})
