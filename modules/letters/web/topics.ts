/** What is read again after a letter changed. */
export const letterTopics = [
  'letters',
  'activities',
  'letter-book',
  'letter-registers',
  'home',
  'parties',
  'worklists',
  'referrals',
  'files',
] as const
