import './tables.ts'

export { canSeeDeal } from './deal-access.ts'
export { dealTitle } from './deal-title.ts'
export { insertDeals, type NewDeal } from './insert-deals.ts'
export { pipelineModule } from './module.ts'
