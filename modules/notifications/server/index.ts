import './tables.ts'

export { notificationsModule } from './module.ts'
export { type Notice, notify } from './notify.ts'
export { createReminder } from './reminders.ts'
