import './tables.ts'

export { calendarModule } from './module.ts'
export { holidaysBetween, workingCalendar, workingWeek } from './working-calendar.ts'
