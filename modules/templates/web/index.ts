export { templatesWeb } from './module.ts'
export { SmsCounter } from './text/sms-counter.tsx'
