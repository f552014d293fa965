/** What is read again after one's own changes. */
export const notificationTopics = ['notifications'] as const
