import { enUi } from './en-ui.ts'
import type { fa } from './fa.ts'

export const en: Record<keyof typeof fa, string> = {
  ...enUi,
  'calendar.nav': 'Calendar',
  'error.calendar.hoursOrder': 'Working hours must end after they begin.',
  'error.calendar.hoursOverlap': 'These hours overlap the ones before.',
  'error.calendar.otherYear': 'This day is not in the year that is open.',
  'error.calendar.holidayTwice': 'This holiday is on this day already.',
  'error.calendar.noLunarMonth': 'The year has no holiday of this lunar month.',
  'calendar.feedName': 'Calendar of {user} - {firm}',
  'error.calendar.noFeed': 'This calendar address is not valid.',
  'error.calendar.noTime': 'This activity has no time to stand in a calendar.',
  'error.calendar.notIcs': 'This is not an iCalendar (ICS) file.',
  'error.caldav.unreachable': 'The CalDAV server cannot be reached or does not answer properly.',
  'error.caldav.wrongPassword': 'The user name or password was not accepted by the CalDAV server.',
  'error.caldav.noCalendar': 'The account has no calendar.',
  'error.caldav.notConnected': 'Your calendar is not connected to a server.',
  'error.caldav.tooManyGone':
    'More than half of the events are suddenly gone from the server; to be safe nothing was deleted here. If you deleted them, disconnect and connect again.',
}
