/** What is read again after an activity was changed. */
export const activityTopics = ['activities', 'calendar', 'home', 'parties', 'worklists', 'referrals'] as const
