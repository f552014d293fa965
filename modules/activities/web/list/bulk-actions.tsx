import { TagsField, useColleagues } from '@peyvand/parties/web'
import type { RouteCall, Selection } from '@peyvand/platform/contract'
import { callApi, followOperation, usePermission, useProblemText, useT } from '@peyvand/platform/web'
import { Button, ComboBox, confirm, Dialog, toast } from '@peyvand/ui'
import { Check, Tags, Trash2, UserCog } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { type ActivityKind, bulkActivitiesRoute } from '../../contract/index.ts'
import { activityTopics } from '../activity/activity-topics.ts'
import { ResultField } from '../form/result-field.tsx'

type Action = RouteCall<typeof bulkActivitiesRoute>['body']['action']
type Props = { kind: ActivityKind | null; selection: Selection; count: number; clear: () => void }

/** What can be done with many at once, each as a job that can be undone. */
export const BulkActions = ({ kind, selection, count, clear }: Props) => {
  const t = useT()
  const problem = useProblemText()
  const mayChange = usePermission('activities.massUpdate')
  const [open, setOpen] = useState<'finish' | 'reassign' | 'addTags' | null>(null)
  if (!mayChange) return <span className="text-muted">{t('activities.bulk.notAllowed')}</span>

  const run = async (action: Action) => {
    try {
      const { operationId } = await callApi(bulkActivitiesRoute, { body: { selection, action } })
      clear()
      setOpen(null)
      await followOperation(t, operationId, activityTopics)
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  const remove = async () => {
    const isSure = await confirm({
      title: t('activities.bulk.deleteTitle', { count }),
      body: t('activities.bulk.deleteBody'),
      confirmLabel: t('web.delete'),
      isDanger: true,
    })
    if (isSure) await run({ type: 'delete' })
  }
  const close = () => setOpen(null)
  return (
    <>
      <Button size="small" icon={<Check size={16} aria-hidden />} onPress={() => setOpen('finish')}>
        {t('activities.action.finish')}
      </Button>
      <Button size="small" icon={<UserCog size={16} aria-hidden />} onPress={() => setOpen('reassign')}>
        {t('activities.bulk.reassign')}
      </Button>
      <Button size="small" icon={<Tags size={16} aria-hidden />} onPress={() => setOpen('addTags')}>
        {t('activities.bulk.addTags')}
      </Button>
      <Button
        size="small"
        kind="danger"
        icon={<Trash2 size={16} aria-hidden />}
        onPress={() => void remove()}
      >
        {t('web.delete')}
      </Button>
      {open === 'finish' && <FinishMany kind={kind} count={count} onRun={run} onClose={close} />}
      {open === 'reassign' && <ReassignMany count={count} onRun={run} onClose={close} />}
      {open === 'addTags' && <TagMany count={count} onRun={run} onClose={close} />}
    </>
  )
}

type DialogProps = { count: number; onRun: (action: Action) => Promise<void>; onClose: () => void }

const FinishMany = ({ kind, count, onRun, onClose }: DialogProps & { kind: ActivityKind | null }) => {
  const t = useT()
  const [resultId, setResult] = useState<string | null>(null)
  return (
    <ManyDialog
      title={t('activities.bulk.finishTitle', { count })}
      action={{ type: 'finish', resultId }}
      onRun={onRun}
      onClose={onClose}
    >
      {kind ? (
        <ResultField kind={kind} value={resultId} onChange={setResult} />
      ) : (
        t('activities.bulk.finishBody')
      )}
    </ManyDialog>
  )
}

const ReassignMany = ({ count, onRun, onClose }: DialogProps) => {
  const t = useT()
  const [ownerId, setOwner] = useState<string | null>(null)
  return (
    <ManyDialog
      title={t('activities.bulk.reassignTitle', { count })}
      action={ownerId ? { type: 'reassign', ownerId } : null}
      onRun={onRun}
      onClose={onClose}
    >
      <ComboBox
        label={t('activities.field.owner')}
        options={useColleagues()}
        value={ownerId}
        onChange={setOwner}
        isRequired
      />
    </ManyDialog>
  )
}

const TagMany = ({ count, onRun, onClose }: DialogProps) => {
  const t = useT()
  const [tagIds, setTags] = useState<string[]>([])
  return (
    <ManyDialog
      title={t('activities.bulk.tagTitle', { count })}
      action={tagIds.length > 0 ? { type: 'addTags', tagIds } : null}
      onRun={onRun}
      onClose={onClose}
    >
      <TagsField label={t('activities.field.tags')} value={tagIds} onChange={setTags} />
    </ManyDialog>
  )
}

type ManyDialogProps = Omit<DialogProps, 'count'> & {
  title: string
  /** Null while nothing was chosen. */
  action: Action | null
  children: ReactNode
}

const ManyDialog = ({ title, action, children, onRun, onClose }: ManyDialogProps) => {
  const t = useT()
  const [isPending, setPending] = useState(false)
  const start = async () => {
    if (!action) return
    setPending(true)
    await onRun(action)
    setPending(false)
  }
  return (
    <Dialog
      isOpen
      size="small"
      onOpenChange={onClose}
      title={title}
      footer={
        <>
          <Button kind="primary" isDisabled={!action} isPending={isPending} onPress={() => void start()}>
            {t('activities.bulk.run')}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
