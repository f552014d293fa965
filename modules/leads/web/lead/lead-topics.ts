/** What is read again after a lead changed: the list, the party's file, the deal that opened. */
export const leadTopics = ['leads', 'parties', 'deals', 'activities'] as const
