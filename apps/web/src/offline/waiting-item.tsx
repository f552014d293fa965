import {
  discardWaiting,
  draftOf,
  editWaiting,
  resendWaiting,
  useT,
  type Waiting,
} from '@peyvand/platform/web'
import { Button, ButtonLink, Callout, confirm, StatusPill, useFormat } from '@peyvand/ui'
import { useRouter } from '@tanstack/react-router'

const tones = { waiting: 'neutral', held: 'accent', conflict: 'bad', refused: 'bad', late: 'warn' } as const

interface WaitingItemProps {
  item: Waiting
  onLeave: () => void
}

/** One thing that waits to be sent: what it is, what stands in its way, and what can be done. */
export function WaitingItem({ item, onLeave }: WaitingItemProps) {
  const t = useT()
  const format = useFormat()
  const router = useRouter()
  const draft = draftOf(item.kind)
  const { title, state, triedAt } = item
  const href = draft?.href?.(item)
  const nevertheless = state === 'conflict' ? draft?.nevertheless?.(item) : null
  const isTried = state === 'waiting' && triedAt !== null

  const edit = async () => {
    await editWaiting(item)
    onLeave()
    const form = draft?.editAt?.(item) ?? href
    if (!draft?.edit && form) router.history.push(form)
  }
  const discard = async () => {
    const isSure = await confirm({
      title: t('offline.discardTitle', { title }),
      body: t(isTried ? 'offline.discardTriedBody' : 'offline.discardBody'),
      confirmLabel: t('web.delete'),
      isDanger: true,
    })
    if (isSure) await discardWaiting(item.id)
  }
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex flex-wrap items-center gap-2">
        <strong className="min-w-0 flex-1 font-semibold break-words">
          <bdi>{title}</bdi>
        </strong>
        <StatusPill tone={tones[state]}>{t(`offline.state.${state}`)}</StatusPill>
      </div>
      <p className="text-meta text-muted">
        {draft && t(draft.label)}
        {' · '}
        {format.dateTime(new Date(item.at).toISOString())}
      </p>
      {isTried && <p className="text-meta text-muted">{t('offline.triedHint')}</p>}
      {state === 'late' && <Callout tone="warn">{t('offline.lateHint')}</Callout>}
      {item.problem && <Versions item={item} />}
      <div className="flex flex-wrap gap-2">
        {nevertheless && (
          <Button kind="primary" onPress={() => void resendWaiting(item, nevertheless)}>
            {t('offline.nevertheless')}
          </Button>
        )}
        {(draft?.edit ?? draft?.editAt ?? href) && (
          <Button onPress={() => void edit()}>{t('web.edit')}</Button>
        )}
        {state !== 'waiting' && !nevertheless && (
          <Button onPress={() => void resendWaiting(item)}>{t('offline.resend')}</Button>
        )}
        {href && (
          <ButtonLink href={href} kind="quiet">
            {t('offline.open')}
          </ButtonLink>
        )}
        <Button kind="quiet" onPress={() => void discard()}>
          {t('web.delete')}
        </Button>
      </div>
    </li>
  )
}

/** What was written beside what the server says against it. */
function Versions({ item }: { item: Waiting }) {
  const t = useT()
  const { problem } = item
  const draft = draftOf(item.kind)
  const Theirs = draft?.Theirs
  if (!problem) return null
  const faults = (problem.errors ?? []).map(({ message }) => message)
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      <section aria-label={t('offline.yours')} className="rounded-control bg-surface-2 p-2.5">
        <p className="text-meta text-muted">{t('offline.yours')}</p>
        <p dir="auto" className="line-clamp-6 break-words whitespace-pre-line">
          {draft?.words?.(item) ?? item.title}
        </p>
      </section>
      <section aria-label={t('offline.theirs')} className="rounded-control bg-bad-soft p-2.5">
        <p className="text-meta text-muted">{t('offline.theirs')}</p>
        <p className="break-words">{[problem.title, ...new Set(faults)].join(' ')}</p>
        {Theirs && <Theirs item={item} />}
      </section>
    </div>
  )
}
