export { calendarWeb } from './module.ts'
