import './tables.ts'

export { createDeal } from './create-deal.ts'
export { canSeeDeal } from './deal-access.ts'
export { dealTitle } from './deal-title.ts'
export { deleteDeal } from './delete-deal.ts'
export { insertDeals, type NewDeal } from './insert-deals.ts'
export { pipelineModule } from './module.ts'
