import { callApi, invalidateTopics, useProblemText, useRoute, useT } from '@peyvand/platform/web'
import {
  IconButton,
  lazyPart,
  MenuItem,
  MenuSection,
  MenuSeparator,
  MenuTrigger,
  toast,
  useFormat,
} from '@peyvand/ui'
import { AlarmClock, AlarmClockOff, CalendarClock } from 'lucide-react'
import { useState } from 'react'
import {
  createReminderRoute,
  deleteReminderRoute,
  listRemindersRoute,
  type ReminderSubject,
} from '../../contract/index.ts'
import { PresetsMenu } from '../centre/presets-menu.tsx'

const ReminderDialog = lazyPart(async () => (await import('./reminder-dialog.tsx')).ReminderDialog)

interface Props {
  subject: ReminderSubject
  nextContactOn?: string | null
}

/** Beside a record: have oneself reminded of it at one of the usual times or another, and take that back. */
export const RemindButton = ({ subject, nextContactOn = null }: Props) => {
  const t = useT()
  const format = useFormat()
  const problem = useProblemText()
  const [isOpen, setOpen] = useState(false)
  const [isChoosing, setChoosing] = useState(false)
  const { data } = useRoute(listRemindersRoute, { query: subject })
  const waiting = data?.items ?? []
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
  return (
    <>
      <MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
        <IconButton
          kind="secondary"
          label={
            waiting[0]
              ? t('notifications.remindedAt', { when: format.dateTime(waiting[0].at) })
              : t('notifications.remind')
          }
          icon={<AlarmClock className={waiting.length > 0 ? 'text-accent-text' : ''} />}
        />
        <PresetsMenu
          label={t('notifications.remind')}
          isOpen={isOpen}
          nextContactOn={nextContactOn}
          onChoose={(at) => void remind(at)}
        >
          <MenuItem icon={<CalendarClock />} onAction={() => setChoosing(true)}>
            {t('notifications.remindOther')}
          </MenuItem>
          {waiting.length > 0 && <MenuSeparator />}
          {waiting.length > 0 && (
            <MenuSection title={t('notifications.remindersWaiting')}>
              {waiting.map(({ id, at, note }) => (
                <MenuItem
                  key={id}
                  icon={<AlarmClockOff />}
                  description={note ?? undefined}
                  onAction={() => void remove(id)}
                >
                  {t('notifications.takeBack', { when: format.dateTime(at) })}
                </MenuItem>
              ))}
            </MenuSection>
          )}
        </PresetsMenu>
      </MenuTrigger>
      {isChoosing && <ReminderDialog subject={subject} onClose={() => setChoosing(false)} />}
    </>
  )
}
