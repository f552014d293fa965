export * from './deliveries.ts'
export * from './events.ts'
export { integrationsPermissions } from './permissions.ts'
export * from './webhooks.ts'
