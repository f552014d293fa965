import type { Notification } from './notifications.ts'

interface Words {
  t(key: string, params?: Record<string, unknown>): string
  /** A moment or a day in the reader's language. */
  when(value: string): string
}

/** Names of either script keep their own direction inside a sentence (Unicode FSI … PDI). */
const isolated = (text: string) => `\u2068${text}\u2069`

/** A notification in words: what it is, and one sentence of what happened. The screens and every channel say the same. */
export function sentenceOf(
  { kind, subject, actor, onBehalfOf, facts }: Notification,
  { t, when }: Words,
): { title: string; text: string } {
  const title = t(`notifications.kind.${kind}`)
  if (!subject) return { title, text: t('notifications.subjectGone') }
  const text = t(`notifications.text.${kind}`, {
    actor: isolated(actor?.name ?? t('notifications.somebody')),
    title: isolated(subject.title),
    when: facts.when ? when(facts.when) : '',
    count: facts.count ?? 0,
    response: facts.response ? t(`activities.response.${facts.response}`) : '',
    operation: facts.operation ? t(facts.operation) : '',
    state: facts.state ?? '',
    note: facts.note ? isolated(facts.note) : 'none',
    hasNote: facts.note ? 'yes' : 'no',
  })
  if (!onBehalfOf) return { title, text }
  return { title, text: `${text} ${t('notifications.onBehalfOf', { name: isolated(onBehalfOf.name) })}` }
}
