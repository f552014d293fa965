export { integrationsWeb } from './module.ts'
