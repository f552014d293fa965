import './tables.ts'

export { integrationsModule } from './module.ts'
export { webhookNames } from './webhook-queries.ts'
