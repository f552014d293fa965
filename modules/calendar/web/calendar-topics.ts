/** What is read again after something in the calendar was changed. */
export const calendarTopics = ['calendar', 'activities', 'home', 'parties', 'worklists'] as const
