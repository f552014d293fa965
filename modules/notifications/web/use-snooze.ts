import { callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { toast, useFormat } from '@peyvand/ui'
import { snoozeNotificationsRoute } from '../contract/index.ts'
import { notificationTopics } from './notification-topics.ts'

/** Puts a notification off, or brings it back (`until` null), with a way to undo. */
export function useSnooze() {
  const t = useT()
  const format = useFormat()
  const problem = useProblemText()
  const snooze = async (id: string, until: string | null): Promise<void> => {
    try {
      await callApi(snoozeNotificationsRoute, { body: { ids: [id], until } })
      await invalidateTopics(notificationTopics)
      if (until === null) return
      toast({
        kind: 'ok',
        title: t('notifications.snoozed', { when: format.dateTime(until) }),
        action: { label: t('web.undo'), onPress: () => void snooze(id, null) },
      })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  return snooze
}
