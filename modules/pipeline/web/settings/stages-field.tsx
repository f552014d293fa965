import { useT } from '@peyvand/platform/web'
import { Button, Card, IconButton, NumberField, newId, Select, TextField } from '@peyvand/ui'
import { reordered, SortableList } from '@peyvand/ui/data'
import { ListChecks, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { isRunning, Outcome, type Stage } from '../../contract/index.ts'
import { GateDialog } from './gate-dialog.tsx'

/** A stage in the form; new ones have an id of the form alone. */
export type DraftStage = Stage & { isNew: boolean }

type Props = {
  stages: DraftStage[]
  /** What is wrong with their names, by id. */
  faults: ReadonlyMap<string, string>
  onChange: (stages: DraftStage[]) => void
}

/** The stages of a pipeline, in order by dragging. */
export const StagesField = ({ stages, faults, onChange }: Props) => {
  const t = useT()
  const [gateOf, setGateOf] = useState<string | null>(null)
  const put = (id: string, change: Partial<DraftStage>) =>
    onChange(stages.map((stage) => (stage.id === id ? { ...stage, ...change } : stage)))
  const gated = stages.find(({ id }) => id === gateOf)
  const add = () =>
    onChange([
      ...stages,
      {
        id: newId(),
        isNew: true,
        name: '',
        outcome: 'open',
        probability: 50,
        staleDays: null,
        requiredFields: [],
        checklist: [],
      },
    ])
  return (
    <Card title={t('pipeline.stages')}>
      <SortableList
        label={t('pipeline.stages')}
        items={stages.map((stage) => ({ ...stage, label: stage.name }))}
        onReorder={(move) => onChange(reordered(stages, move))}
        render={(stage) => (
          <StageRow
            stage={stage}
            fault={faults.get(stage.id)}
            onChange={(change) => put(stage.id, change)}
            onGate={() => setGateOf(stage.id)}
            onRemove={() => onChange(stages.filter(({ id }) => id !== stage.id))}
          />
        )}
      />
      <Button size="small" kind="quiet" className="mt-2" icon={<Plus size={16} aria-hidden />} onPress={add}>
        {t('pipeline.addStage')}
      </Button>
      {gated && (
        <GateDialog
          stage={gated}
          onSave={(change) => {
            put(gated.id, change)
            setGateOf(null)
          }}
          onClose={() => setGateOf(null)}
        />
      )}
    </Card>
  )
}

type RowProps = {
  stage: DraftStage
  fault: string | undefined
  onChange: (change: Partial<DraftStage>) => void
  onGate: () => void
  onRemove: () => void
}

const StageRow = ({ stage, fault, onChange, onGate, onRemove }: RowProps) => {
  const t = useT()
  const { name, outcome, probability, staleDays, requiredFields, checklist } = stage
  const asks = requiredFields.length + checklist.length
  return (
    <div className="grid w-full grid-cols-2 items-start gap-2 py-2 lg:grid-cols-[minmax(8rem,1fr)_9rem_8rem_9rem_auto]">
      <TextField
        label={t('pipeline.stageName')}
        className="max-lg:col-span-2"
        maxLength={80}
        errorMessage={fault}
        value={name}
        onChange={(given) => onChange({ name: given })}
      />
      <Select
        label={t('pipeline.field.outcome')}
        options={Outcome.options.map((id) => ({ id, label: t(`pipeline.outcome.${id}`) }))}
        value={outcome}
        onChange={(given) => given && onChange({ outcome: given })}
      />
      <NumberField
        label={t('pipeline.probabilityPercent')}
        isDisabled={!isRunning(outcome)}
        minValue={0}
        maxValue={100}
        value={isRunning(outcome) ? probability : outcome === 'won' ? 100 : 0}
        onChange={(given) => onChange({ probability: given ?? 0 })}
      />
      <NumberField
        label={t('pipeline.staleDays')}
        isDisabled={!isRunning(outcome)}
        minValue={1}
        maxValue={999}
        value={staleDays}
        onChange={(given) => onChange({ staleDays: given })}
      />
      <span className="flex items-center gap-1 max-lg:col-span-2 lg:pt-6.5">
        <Button size="small" icon={<ListChecks size={15} aria-hidden />} onPress={onGate}>
          {asks > 0 ? t('pipeline.asks', { count: asks }) : t('pipeline.asksNothing')}
        </Button>
        <IconButton
          label={t('pipeline.removeStage', { name })}
          icon={<Trash2 />}
          kind="danger"
          onPress={onRemove}
        />
      </span>
    </div>
  )
}
