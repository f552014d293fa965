import { useProblemText, useSession, useT } from '@peyvand/platform/web'
import { Button, StatusPill, useFormat } from '@peyvand/ui'
import { Undo2 } from 'lucide-react'
import type { UndoEntry } from '../../contract/index.ts'

const tones = { open: 'accent', undoing: 'warn', undone: 'ok', expired: 'neutral' } as const

/** One work: what, by whom, when, how many, and whether it can be taken back. */
export const UndoItem = ({ entry, onAsk }: { entry: UndoEntry; onAsk: () => void }) => {
  const t = useT()
  const format = useFormat()
  const { what, at, by, count, state, undoUntil } = entry
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium break-words">
          <bdi>{what}</bdi>
        </p>
        <p className="flex flex-wrap gap-x-1.5 text-meta text-muted">
          <span>{t('history.undo.records', { count })}</span>
          <span aria-hidden>·</span>
          <By by={by} />
          <span aria-hidden>·</span>
          <time dateTime={at} title={format.dateTime(at)}>
            {format.relative(at)}
          </time>
          {state === 'open' && (
            <>
              <span aria-hidden>·</span>
              <span>{t('history.undo.until.left', { date: format.date(undoUntil.slice(0, 10)) })}</span>
            </>
          )}
        </p>
        <Report entry={entry} />
      </div>
      <StatusPill tone={tones[state]}>{t(`history.undo.state.${state}`)}</StatusPill>
      {state === 'open' && (
        <Button
          size="small"
          icon={<Undo2 size={16} aria-hidden />}
          aria-label={t('history.undo.actionNamed', { what })}
          onPress={onAsk}
        >
          {t('history.undo.action')}
        </Button>
      )}
    </li>
  )
}

const By = ({ by }: Pick<UndoEntry, 'by'>) => {
  const t = useT()
  const me = useSession().user.id
  return <span>{by === null ? '—' : by.id === me ? t('history.undo.by.me') : by.name}</span>
}

/** How it went when somebody took it back. */
const Report = ({ entry: { undo } }: { entry: UndoEntry }) => {
  const t = useT()
  const format = useFormat()
  const problem = useProblemText()
  if (!undo || undo.state === 'queued' || undo.state === 'running') return null
  if (undo.state === 'failed') {
    const reason = undo.error ? t(`error.${undo.error}`) : problem(null)
    return <p className="text-meta text-bad">{t('history.undo.failed', { reason })}</p>
  }
  const { by, at, takenBack, stayed } = undo
  return (
    <p className="text-meta text-muted">
      {t('history.undo.report', { name: by?.name ?? '—', date: format.dateTime(at), takenBack })}
      {stayed > 0 && ` ${t('history.undo.reportStayed', { stayed })}`}
    </p>
  )
}
