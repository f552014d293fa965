export * from './mail-server.ts'
export * from './outgoing-messages.ts'
export { channelsPermissions } from './permissions.ts'
export * from './sms-gateway.ts'
