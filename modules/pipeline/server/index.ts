import './tables.ts'

export { insertDeals, type NewDeal } from './insert-deals.ts'
export { pipelineModule } from './module.ts'
