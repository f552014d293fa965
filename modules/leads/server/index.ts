import './tables.ts'

export { leadsModule } from './module.ts'
