import { callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { toast, useFormat } from '@peyvand/ui'
import { createReminderRoute, deleteReminderRoute, type ReminderSubject } from '../../contract/index.ts'

/** Sets a reminder of a record, with a way to undo, and takes one back. */
export function useRemind(subject: ReminderSubject) {
  const t = useT()
  const format = useFormat()
  const problem = useProblemText()
  const remove = async (id: string) => {
    try {
      await callApi(deleteReminderRoute, { params: { id } })
      await invalidateTopics(['reminders'])
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  const remind = async (at: string) => {
    try {
      const { id } = await callApi(createReminderRoute, { body: { subject, at } })
      await invalidateTopics(['reminders'])
      toast({
        kind: 'ok',
        title: t('notifications.reminderSet', { when: format.dateTime(at) }),
        action: { label: t('web.undo'), onPress: () => void remove(id) },
      })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  return { remind, remove }
}
