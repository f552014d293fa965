export { leadsWeb } from './module.ts'
