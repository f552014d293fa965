import { useRoute, useT } from '@peyvand/platform/web'
import {
  IconButton,
  lazyPart,
  MenuItem,
  MenuSection,
  MenuSeparator,
  MenuTrigger,
  useFormat,
} from '@peyvand/ui'
import { AlarmClock, AlarmClockOff, CalendarClock } from 'lucide-react'
import { useState } from 'react'
import { listRemindersRoute, type ReminderSubject } from '../../contract/index.ts'
import { PresetsMenu } from '../centre/presets-menu.tsx'
import { useRemind } from './use-remind.ts'

const ReminderDialog = lazyPart(async () => (await import('./reminder-dialog.tsx')).ReminderDialog)

interface Props {
  subject: ReminderSubject
  nextContactOn?: string | null
}

/** Beside a record: have oneself reminded of it at one of the usual times or another, and take that back. */
export const RemindButton = ({ subject, nextContactOn = null }: Props) => {
  const t = useT()
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const [isChoosing, setChoosing] = useState(false)
  const { data } = useRoute(listRemindersRoute, { query: subject })
  const waiting = data?.items ?? []
  const { remind, remove } = useRemind(subject)
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
