import './tables.ts'

export { askPrices } from './ask-prices.ts'
export { catalogModule } from './module.ts'
