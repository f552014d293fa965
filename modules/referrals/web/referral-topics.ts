/** What is read again after something was referred or acted on. */
export const referralTopics = ['referrals', 'worklists', 'activities', 'home'] as const
