import { callApi, invalidateTopics, useProblemText } from '@peyvand/platform/web'
import { toast } from '@peyvand/ui'
import { type MarkNotifications, markNotificationsRoute } from '../contract/index.ts'
import { notificationTopics } from './notification-topics.ts'

/** Marks notifications read or unread; what was refused is told. */
export function useMark() {
  const problem = useProblemText()
  return async (body: MarkNotifications): Promise<void> => {
    try {
      await callApi(markNotificationsRoute, { body })
      await invalidateTopics(notificationTopics)
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
}
