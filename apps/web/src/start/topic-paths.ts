import type { TopicPaths } from '@peyvand/platform/web'

/** Which addresses are read again when a live message of a topic arrives; the topic's own name by default. */
export const topicPaths: TopicPaths = {
  worklist: ['worklists', 'referrals', 'home'],
  referrals: ['referrals', 'worklists', 'home'],
  activities: ['activities', 'calendar', 'script-runs', 'home'],
  webhooks: ['webhooks', 'webhook-deliveries'],
}
