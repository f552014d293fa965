export { notificationsWeb } from './module.ts'
