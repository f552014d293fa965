/** What is read again after deals changed: their lists, boards and pages, the files of parties, their activities. */
export const dealTopics = ['deals', 'parties', 'activities', 'files'] as const
