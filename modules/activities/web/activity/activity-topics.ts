/** What is read again after an activity was changed. */
export const activityTopics = ['activities', 'home', 'parties', 'worklists', 'referrals'] as const
