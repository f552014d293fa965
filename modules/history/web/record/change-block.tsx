import { useT } from '@peyvand/platform/web'
import { IconButton, useFormat } from '@peyvand/ui'
import { Undo2 } from 'lucide-react'
import type { FieldChange, RecordChange } from '../../contract/index.ts'
import type { RecordHistory } from './history-words.ts'

type Props = {
  change: RecordChange
  history: RecordHistory
  onRestore: (changeId: string, change: { field: string; label: string }) => void
}

/** One save: who, when, by which way, and old → new of each field. */
export const ChangeBlock = ({ change, history, onRestore }: Props) => {
  const t = useT()
  const format = useFormat()
  const { id, action, actor, at, way } = change
  const rows = change.changes.flatMap((row) => {
    const label = row.label ?? history.labelOf(row.field)
    return label === null ? [] : [{ ...row, label }]
  })
  const files = filesOf(change)
  const known = t(`history.action.${action}`, { count: rows.length })
  return (
    <article className="rounded-control border border-line bg-surface px-3 py-2">
      <header className="flex flex-wrap items-baseline gap-x-2">
        <strong className="font-semibold">
          <bdi>{actor.name}</bdi>
        </strong>
        <span>{known.startsWith('history.') ? t('history.action.other') : known}</span>
        {way.kind !== 'typed' && (
          <span className="text-meta text-muted">
            {t(`history.way.${way.kind}`, { what: way.what ?? '' })}
          </span>
        )}
        <time dateTime={at} className="ms-auto text-meta text-muted">
          {format.dateTime(at)}
        </time>
      </header>
      {files.length > 0 && (
        <p className="mt-1.5 break-words">
          <bdi>{format.list(files)}</bdi>
        </p>
      )}
      {rows.length > 0 && (
        <dl className="mt-1.5 flex flex-col gap-1">
          {rows.map((row) => (
            <div
              key={row.field}
              className="grid grid-cols-[1fr_auto] items-center gap-x-3 sm:grid-cols-[9rem_1fr_auto]"
            >
              <dt className="col-span-2 text-muted sm:col-span-1">{row.label}</dt>
              <dd className="min-w-0 break-words">
                <OldAndNew row={row} history={history} isNew={action === 'create'} />
              </dd>
              {row.can.restore && (
                <IconButton
                  label={t('history.restore.named', { field: row.label })}
                  icon={<Undo2 />}
                  onPress={() => onRestore(id, row)}
                />
              )}
            </div>
          ))}
        </dl>
      )}
    </article>
  )
}

const OldAndNew = ({ row, history, isNew }: { row: FieldChange; history: RecordHistory; isNew: boolean }) => {
  const t = useT()
  if (row.withheld) return <span className="text-muted">{t('history.changes.withheld')}</span>
  const say = (value: unknown) => history.valueOf(row.field, value) ?? '—'
  return (
    <>
      {!isNew && (
        <>
          <del className="text-muted decoration-muted/60">
            <span className="sr-only">{t('history.changes.before')} </span>
            <bdi>{say(row.from)}</bdi>
          </del>
          <span aria-hidden className="px-1.5 text-muted rtl:-scale-x-100 inline-block">
            →
          </span>
        </>
      )}
      <ins className="no-underline">
        <span className="sr-only">{t('history.changes.after')} </span>
        <bdi>{say(row.to)}</bdi>
      </ins>
    </>
  )
}

/** Names of the files that were attached or taken off, of whichever record. */
function filesOf({ action, changes }: RecordChange): string[] {
  if (action !== 'attach' && action !== 'detach') return []
  const { from, to } = changes.find(({ field }) => field === 'files') ?? {}
  const names = to ?? from
  return Array.isArray(names) ? names.map(String) : []
}
