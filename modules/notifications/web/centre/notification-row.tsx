import { useT } from '@peyvand/platform/web'
import { cx, IconButton, Link, useFormat } from '@peyvand/ui'
import { Mail, MailOpen, RotateCcw } from 'lucide-react'
import { type Notification, pathOf } from '../../contract/index.ts'
import { KindIcon } from '../kind-icon.tsx'
import { useMark } from '../use-mark.ts'
import { useSentence } from '../use-sentence.ts'
import { useSnooze } from '../use-snooze.ts'
import { SnoozeMenu } from './snooze-menu.tsx'

interface Props {
  notification: Notification
  /** After it was opened, e.g. to close the drawer it stands in. */
  onOpen?: (() => void) | undefined
}

/** One notification: what happened, when, and what to do with it. */
export const NotificationRow = ({ notification, onOpen }: Props) => {
  const t = useT()
  const format = useFormat()
  const mark = useMark()
  const snooze = useSnooze()
  const { title, text } = useSentence()(notification)
  const { id, kind, at, readAt, snoozedUntil, subject } = notification
  const isUnread = readAt === null
  const open = () => {
    if (isUnread && snoozedUntil === null) void mark({ ids: [id], read: true })
    onOpen?.()
  }
  return (
    <li className={cx('flex items-start gap-2.5 py-2.5 ps-4 pe-2', isUnread && 'bg-accent-soft/40')}>
      <KindIcon kind={kind} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 text-meta text-muted">
          {isUnread && (
            <span className="size-2 rounded-pill bg-accent">
              <span className="sr-only">{t('notifications.unread')}</span>
            </span>
          )}
          <span>{title}</span>
          <time dateTime={snoozedUntil ?? at}>
            {snoozedUntil
              ? t('notifications.snoozedUntil', { when: format.dateTime(snoozedUntil) })
              : format.relative(at)}
          </time>
        </p>
        {subject && subject.type !== 'operations' ? (
          <Link
            href={pathOf(notification)}
            onPress={open}
            className={cx('block break-words text-text decoration-transparent', isUnread && 'font-medium')}
          >
            {text}
          </Link>
        ) : (
          <p className={cx('break-words', !subject && 'text-muted')}>{text}</p>
        )}
      </div>
      {snoozedUntil ? (
        <IconButton
          label={t('notifications.wake')}
          icon={<RotateCcw />}
          onPress={() => void snooze(id, null)}
        />
      ) : (
        <>
          <IconButton
            label={t(isUnread ? 'notifications.markRead' : 'notifications.markUnread')}
            icon={isUnread ? <MailOpen /> : <Mail />}
            onPress={() => void mark({ ids: [id], read: isUnread })}
          />
          <SnoozeMenu
            nextContactOn={subject?.nextContactOn ?? null}
            onChoose={(until) => void snooze(id, until)}
          />
        </>
      )}
    </li>
  )
}
