import { isolate } from '@peyvand/persian'
import type { Notification } from './notifications.ts'

interface Words {
  t(key: string, params?: Record<string, unknown>): string
  /** A moment or a day in the reader's language. */
  when(value: string): string
}

/** A notification in words: what it is, and one sentence of what happened. The screens and every channel say the same. */
export function sentenceOf(
  { kind, subject, actor, onBehalfOf, facts }: Notification,
  { t, when }: Words,
): { title: string; text: string } {
  const title = t(`notifications.kind.${kind}`)
  if (!subject) return { title, text: t('notifications.subjectGone') }
  const text = t(`notifications.text.${kind}`, {
    actor: isolate(actor?.name ?? t('notifications.somebody')),
    title: isolate(subject.title),
    when: facts.when ? when(facts.when) : '',
    count: facts.count ?? 0,
    response: facts.response ? t(`activities.response.${facts.response}`) : '',
    operation: facts.operation ? t(facts.operation) : '',
    state: facts.state ?? '',
    note: facts.note ? isolate(facts.note) : 'none',
    hasNote: facts.note ? 'yes' : 'no',
  })
  if (!onBehalfOf) return { title, text }
  return { title, text: `${text} ${t('notifications.onBehalfOf', { name: isolate(onBehalfOf.name) })}` }
}
