import './tables.ts'

export { askPrices } from './ask-prices.ts'
export { createDiscountRule } from './discount-rules.ts'
export { catalogModule } from './module.ts'
export { createPriceList, listPriceLists } from './price-lists.ts'
export { setPrices } from './prices.ts'
export { createProductGroup } from './product-groups.ts'
export { createProduct } from './products.ts'
