import type { Home } from '@peyvand/activities/contract'
import { formatDate, formatTime, localDate } from '@peyvand/persian'
import type { Ref } from '@peyvand/platform/contract'
import type { Ctx } from '@peyvand/platform/server'
import { type MailBlock, mailPage } from './mail-page.ts'

export interface DayOfWork {
  dueToday: Home['dueToday']
  overdue: Home['overdue']
  contacts: { items: readonly Ref[]; total: number }
  referrals: { total: number; overdue: number }
  unread: number
}

const itemsShown = 10

/** The morning's e-mail in the reader's language, as HTML and as plain text. */
export function composeDigest(
  ctx: Ctx,
  day: DayOfWork,
  { publicUrl, name }: { publicUrl: string; name: string },
): { subject: string; text: string; html: string } {
  const { locale, timeZone } = ctx
  const t = (key: string, params: Record<string, unknown> = {}) => ctx.registry.translate(locale, key, params)
  const today = localDate(ctx.now(), timeZone)
  const subject = t('notifications.digest.subject', { day: formatDate(today, { locale, style: 'full' }) })
  const activities = ({ items, total }: Home['dueToday'], key: string): MailBlock[] =>
    total === 0
      ? []
      : [
          {
            type: 'list',
            title: t(key, { count: total }),
            items: items.slice(0, itemsShown).map((item) => ({
              text: item.subject,
              note: [
                item.dueAllDay || !item.dueAt ? '' : formatTime(item.dueAt, { locale, timeZone }),
                item.parties[0]?.name ?? '',
              ]
                .filter(Boolean)
                .join(locale === 'fa' ? '، ' : ', '),
              url: `${publicUrl}/activities/${item.id}`,
            })),
          },
        ]
  const { referrals, contacts, unread } = day
  const blocks: MailBlock[] = [
    { type: 'text', text: t('notifications.digest.hello', { name }) },
    ...(referrals.total > 0
      ? [{ type: 'text' as const, text: t('notifications.digest.referrals', { ...referrals }) }]
      : []),
    ...activities(day.overdue, 'notifications.digest.overdue'),
    ...activities(day.dueToday, 'notifications.digest.dueToday'),
    ...(contacts.total > 0
      ? [
          {
            type: 'list' as const,
            title: t('notifications.digest.contacts', { count: contacts.total }),
            items: contacts.items
              .slice(0, itemsShown)
              .map(({ id, name: text }) => ({ text, note: '', url: `${publicUrl}/parties/${id}` })),
          },
        ]
      : []),
    ...(unread > 0
      ? [{ type: 'text' as const, text: t('notifications.digest.unread', { count: unread }) }]
      : []),
  ]
  const settings = `${publicUrl}/profile?tab=notifications`
  const why = t('notifications.digest.why')
  return {
    subject,
    text: `${blocks.map(plainBlock).join('\n\n')}\n\n${publicUrl}/\n\n${why}\n${settings}\n`,
    html: mailPage({
      locale,
      title: subject,
      body: blocks,
      button: { text: t('notifications.digest.open'), url: `${publicUrl}/` },
      footer: { text: why, link: t('notifications.mail.settings'), url: settings },
    }),
  }
}

const plainBlock = (block: MailBlock): string =>
  block.type === 'text'
    ? block.text
    : [block.title, ...block.items.map(({ text, note }) => `- ${text}${note ? ` (${note})` : ''}`)].join('\n')
