/** What is read again after documents changed: their lists and pages, files of parties, deals, activities. */
export const documentTopics = ['documents', 'parties', 'deals', 'activities', 'files'] as const
