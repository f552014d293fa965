import type { UndoPreview } from '@peyvand/platform/contract'
import { invalidateTopics, PageProblem, undoOperation, useRoute, useT } from '@peyvand/platform/web'
import { Button, Callout, Dialog, Spinner, useFormat } from '@peyvand/ui'
import { Undo2 } from 'lucide-react'
import { previewUndoRoute, type UndoEntry } from '../../contract/index.ts'
import { UndoStays } from './undo-stays.tsx'

/** Everything that an undo may have changed. */
const topics = [
  'undo',
  'operations',
  'parties',
  'party-groups',
  'activities',
  'imports',
  'records',
  'referrals',
  'leads',
  'deals',
  'documents',
  'products',
  'product-groups',
  'price-lists',
]

/** Before a work is taken back: what comes back, what stays and why. */
export const UndoDialog = ({ entry, onClose }: { entry: UndoEntry; onClose: () => void }) => {
  const t = useT()
  const format = useFormat()
  const answer = useRoute(previewUndoRoute, { params: { id: entry.id } }, { staleTime: 0 })
  const preview = answer.isFetching ? undefined : answer.data?.preview
  const run = () => {
    onClose()
    void undoOperation(t, entry.id, topics).then(() => invalidateTopics(['undo']))
    void invalidateTopics(['undo'])
  }
  const mayRun = preview !== undefined && preview.blocked === null && preview.takesBack > 0
  return (
    <Dialog
      isOpen
      title={t('history.undo.dialog')}
      onOpenChange={onClose}
      footer={
        <>
          {mayRun && (
            <Button kind="primary" icon={<Undo2 size={16} aria-hidden />} onPress={run}>
              {t('history.undo.confirm', { count: preview.takesBack })}
            </Button>
          )}
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <div>
          <p className="text-prose font-medium break-words">
            <bdi>{entry.what}</bdi>
          </p>
          <p className="text-meta text-muted">
            {entry.by?.name ?? '—'} · {format.dateTime(entry.at)}
          </p>
        </div>
        {answer.isError ? (
          <PageProblem error={answer.error} onRetry={() => void answer.refetch()} />
        ) : preview ? (
          <Outlook preview={preview} />
        ) : (
          <p className="flex items-center gap-2 text-muted">
            <Spinner />
            {t('history.undo.counting')}
          </p>
        )}
      </div>
    </Dialog>
  )
}

const Outlook = ({ preview }: { preview: UndoPreview }) => {
  const t = useT()
  const { blocked, takesBack, exact } = preview
  if (blocked !== null) return <Callout tone="bad">{t(`error.${blocked}`)}</Callout>
  return (
    <>
      {takesBack === 0 ? (
        <Callout tone="warn">
          {t(preview.stays > 0 ? 'history.undo.nothing' : 'history.undo.nothingDone')}
        </Callout>
      ) : (
        <p>{t(exact ? 'history.undo.takesBack' : 'history.undo.takesBackMost', { count: takesBack })}</p>
      )}
      {preview.stays > 0 && <UndoStays preview={preview} />}
    </>
  )
}
