import './tables.ts'

export { hasMailServer } from './mail-server.ts'
export { channelsModule } from './module.ts'
export { type OutgoingMail, type OutgoingSms, sendMail, sendSms } from './send.ts'
export { hasSmsGateway } from './sms-gateway.ts'
