import { ExportMenu } from '@peyvand/imports/web'
import { OwnerOfMany, useValues } from '@peyvand/parties/web'
import type { RouteCall, Selection } from '@peyvand/platform/contract'
import { BulkDialog, callApi, useBulkChange, usePermission, useT } from '@peyvand/platform/web'
import { Button, DateTimeField, Select } from '@peyvand/ui'
import { CalendarClock, MoveHorizontal, UserCog } from 'lucide-react'
import { useState } from 'react'
import { bulkDealsRoute } from '../../contract/index.ts'
import { dealTopics } from '../deal-topics.ts'
import { usePipelines } from '../use-pipelines.ts'

type Props = { selection: Selection; count: number; clear: () => void }
type Action = RouteCall<typeof bulkDealsRoute>['body']['action']
type Open = 'reassign' | 'followUp' | 'move'

/** What can be done with many deals at once, each as a job that can be undone. */
export const BulkActions = ({ selection, count, clear }: Props) => {
  const t = useT()
  const mayChange = usePermission('deals.massUpdate')
  const mayExport = usePermission('deals.export')
  const [open, setOpen] = useState<Open | null>(null)
  const { run } = useBulkChange({
    start: (action: Action) => callApi(bulkDealsRoute, { body: { selection, action } }),
    topics: dealTopics,
    onStarted: () => {
      clear()
      setOpen(null)
    },
  })
  const dialog = {
    title: t('pipeline.bulk.title', { action: open ? t(`pipeline.bulk.${open}`) : '', count }),
    applyLabel: t('pipeline.bulk.run'),
    onClose: () => setOpen(null),
  }
  return (
    <>
      {mayChange && (
        <>
          <Button size="small" icon={<UserCog size={16} aria-hidden />} onPress={() => setOpen('reassign')}>
            {t('pipeline.bulk.reassign')}
          </Button>
          <Button
            size="small"
            icon={<MoveHorizontal size={16} aria-hidden />}
            onPress={() => setOpen('move')}
          >
            {t('pipeline.bulk.move')}
          </Button>
          <Button
            size="small"
            icon={<CalendarClock size={16} aria-hidden />}
            onPress={() => setOpen('followUp')}
          >
            {t('pipeline.bulk.followUp')}
          </Button>
        </>
      )}
      {mayExport && <ExportMenu record="deals" selection={selection} size="small" />}
      {open === 'reassign' && (
        <OwnerOfMany
          {...dialog}
          label={t('pipeline.field.owner')}
          onApply={(ownerId) => run({ type: 'reassign', ownerId })}
        />
      )}
      {open === 'move' && <StageOfMany {...dialog} onApply={run} />}
      {open === 'followUp' && <FollowUpOfMany {...dialog} onApply={run} />}
    </>
  )
}

type DialogProps = {
  title: string
  applyLabel: string
  onApply: (action: Action) => Promise<void>
  onClose: () => void
}

const FollowUpOfMany = (props: DialogProps) => {
  const t = useT()
  const [at, setAt] = useState<string | null>(null)
  return (
    <BulkDialog {...props} action={at === null ? null : { type: 'followUp' as const, at }}>
      <DateTimeField label={t('pipeline.field.nextFollowUpAt')} value={at} onChange={setAt} isRequired />
    </BulkDialog>
  )
}

const StageOfMany = (props: DialogProps) => {
  const t = useT()
  const pipelines = usePipelines() ?? []
  const reasons = useValues('lostReasons')
  const [stageId, setStage] = useState<string | null>(null)
  const [lostReasonId, setReason] = useState<string | null>(null)
  const stages = pipelines.flatMap((pipeline) =>
    pipeline.stages.map((stage) => ({
      stage,
      id: stage.id,
      label: pipelines.length > 1 ? `${pipeline.name} › ${stage.name}` : stage.name,
    })),
  )
  const isLost = stages.find(({ id }) => id === stageId)?.stage.outcome === 'lost'
  const action =
    stageId === null || (isLost && lostReasonId === null)
      ? null
      : { type: 'move' as const, stageId, ...(isLost && { lostReasonId }) }
  return (
    <BulkDialog {...props} action={action}>
      <p className="text-muted">{t('pipeline.bulk.moveHint')}</p>
      <Select
        label={t('pipeline.field.stage')}
        options={stages}
        value={stageId}
        onChange={setStage}
        isRequired
      />
      {isLost && (
        <Select
          label={t('pipeline.field.lostReason')}
          options={reasons}
          value={lostReasonId}
          onChange={setReason}
          isRequired
        />
      )}
    </BulkDialog>
  )
}
