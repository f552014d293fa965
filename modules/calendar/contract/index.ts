export * from './calendar.ts'
export * from './holidays.ts'
export { calendarPermissions } from './permissions.ts'
export * from './working-week.ts'
