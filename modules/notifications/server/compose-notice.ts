import { formatDate, formatDateTime } from '@peyvand/persian'
import type { Ctx } from '@peyvand/platform/server'
import { type Notification, type PushMessage, pathOf, sentenceOf } from '../contract/index.ts'
import { mailPage } from './mail-page.ts'

interface Composed {
  sms: string
  push: PushMessage
  mail: { subject: string; text: string; html: string }
}

/** A notification in the reader's language for each channel. `hideText` leaves the SMS and the push without content. */
export function composeNotice(
  ctx: Ctx,
  notification: Notification,
  { publicUrl, hideText }: { publicUrl: string; hideText: boolean },
): Composed {
  const { locale, timeZone } = ctx
  const t = (key: string, params: Record<string, unknown> = {}) => ctx.registry.translate(locale, key, params)
  const { title, text } = sentenceOf(notification, {
    t,
    when: (value) =>
      value.length === 10 ? formatDate(value, { locale }) : formatDateTime(value, { locale, timeZone }),
  })
  const url = publicUrl + pathOf(notification)
  const settings = `${publicUrl}/profile?tab=notifications`
  const product = t('notifications.product')
  return {
    push: {
      tag: notification.id,
      title,
      body: hideText ? '' : text,
      path: hideText ? '/notifications' : pathOf(notification),
      lang: locale,
    },
    sms: hideText ? `${product}: ${title}` : `${product}: ${plain(text)}`,
    mail: {
      subject: plain(
        title === text ? title : `${title}: ${notification.subject?.title || plain(text)}`,
      ).slice(0, 200),
      text: `${plain(text)}\n\n${url}\n\n${t('notifications.mail.why')}\n${settings}\n`,
      html: mailPage({
        locale,
        title,
        body: [{ type: 'text', text }],
        button: { text: t('notifications.mail.open'), url },
        footer: { text: t('notifications.mail.why'), link: t('notifications.mail.settings'), url: settings },
      }),
    },
  }
}

/** Without the invisible marks of direction, which count as letters in SMS and subjects. */
const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '')
