import { enUi } from './en-ui.ts'
import type { fa } from './fa.ts'

export const en: Record<keyof typeof fa, string> = {
  ...enUi,
  'calendar.nav': 'Calendar',
  'error.calendar.hoursOrder': 'Working hours must end after they begin.',
  'error.calendar.hoursOverlap': 'These hours overlap the ones before.',
  'error.calendar.otherYear': 'This day is not in the year {year, number, ::group-off}.',
  'error.calendar.holidayTwice': 'This holiday is on this day already.',
  'error.calendar.noLunarMonth': 'The year has no holiday of this lunar month.',
  'calendar.feedName': 'Calendar of {user} - {firm}',
  'error.calendar.noFeed': 'This calendar address is not valid.',
  'error.calendar.noTime': 'This activity has no time to stand in a calendar.',
  'error.calendar.notIcs': 'This is not an iCalendar (ICS) file.',
}
