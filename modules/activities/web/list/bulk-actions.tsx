import { OwnerOfMany, TagsOfMany } from '@peyvand/parties/web'
import type { RouteCall, Selection } from '@peyvand/platform/contract'
import { BulkDialog, callApi, DeleteMany, useBulkChange, usePermission, useT } from '@peyvand/platform/web'
import { Button } from '@peyvand/ui'
import { Check, Tags, UserCog } from 'lucide-react'
import { useState } from 'react'
import { type ActivityKind, bulkActivitiesRoute } from '../../contract/index.ts'
import { activityTopics } from '../activity/activity-topics.ts'
import { ResultField } from '../form/result-field.tsx'

type Action = RouteCall<typeof bulkActivitiesRoute>['body']['action']
type Props = { kind: ActivityKind | null; selection: Selection; count: number; clear: () => void }

/** What can be done with many at once, each as a job that can be undone. */
export const BulkActions = ({ kind, selection, count, clear }: Props) => {
  const t = useT()
  const mayChange = usePermission('activities.massUpdate')
  const [open, setOpen] = useState<'finish' | 'reassign' | 'addTags' | null>(null)
  const { run, runNow } = useBulkChange({
    start: (action: Action) => callApi(bulkActivitiesRoute, { body: { selection, action } }),
    topics: activityTopics,
    onStarted: () => {
      setOpen(null)
      clear()
    },
  })
  if (!mayChange) return <span className="text-muted">{t('activities.bulk.notAllowed')}</span>
  const dialog = {
    applyLabel: t('activities.bulk.run'),
    onClose: () => setOpen(null),
  }
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
      <DeleteMany
        title={t('activities.bulk.deleteTitle', { count })}
        body={t('activities.bulk.deleteBody')}
        onDelete={() => runNow({ type: 'delete' })}
      />
      {open === 'finish' && <FinishMany {...dialog} kind={kind} count={count} onApply={run} />}
      {open === 'reassign' && (
        <OwnerOfMany
          {...dialog}
          title={t('activities.bulk.reassignTitle', { count })}
          label={t('activities.field.owner')}
          onApply={(ownerId) => run({ type: 'reassign', ownerId })}
        />
      )}
      {open === 'addTags' && (
        <TagsOfMany
          {...dialog}
          title={t('activities.bulk.tagTitle', { count })}
          label={t('activities.field.tags')}
          onApply={(tagIds) => run({ type: 'addTags', tagIds })}
        />
      )}
    </>
  )
}

type FinishProps = {
  kind: ActivityKind | null
  count: number
  applyLabel: string
  onApply: (action: Action) => Promise<void>
  onClose: () => void
}

const FinishMany = ({ kind, count, ...rest }: FinishProps) => {
  const t = useT()
  const [resultId, setResult] = useState<string | null>(null)
  return (
    <BulkDialog
      {...rest}
      title={t('activities.bulk.finishTitle', { count })}
      action={{ type: 'finish', resultId }}
    >
      {kind ? (
        <ResultField kind={kind} value={resultId} onChange={setResult} />
      ) : (
        t('activities.bulk.finishBody')
      )}
    </BulkDialog>
  )
}
