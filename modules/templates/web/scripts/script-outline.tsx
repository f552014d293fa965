import { useT } from '@peyvand/platform/web'
import { Badge, Button, Card, cx, useFormat } from '@peyvand/ui'
import { Plus } from 'lucide-react'
import type { ScriptDefinition, ScriptFault, ScriptStep, ScriptTarget } from '../../contract/index.ts'

interface Props {
  definition: ScriptDefinition
  faults: readonly ScriptFault[]
  selected: string
  onSelect: (stepId: string) => void
  onAdd: () => void
}

/** All steps in order with where their answers lead; the call begins with the first. */
export const ScriptOutline = ({ definition, faults, selected, onSelect, onAdd }: Props) => {
  const t = useT()
  const format = useFormat()
  return (
    <Card title={t('templates.ui.steps')} isFlush>
      <ol className="flex flex-col divide-y divide-line">
        {definition.steps.map((step, index) => {
          const count = faults.filter(({ stepId }) => stepId === step.id).length
          return (
            <li key={step.id}>
              <button
                type="button"
                aria-current={step.id === selected ? 'step' : undefined}
                onClick={() => onSelect(step.id)}
                className={cx(
                  'flex w-full cursor-pointer items-start gap-2.5 px-3 py-2.5 text-start outline-none focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent',
                  step.id === selected ? 'bg-accent-soft' : 'hover:bg-surface-2',
                )}
              >
                <span className="grid size-6 shrink-0 place-items-center rounded-pill bg-surface-2 text-meta font-semibold text-muted">
                  {format.number(index + 1)}
                </span>
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium">
                    {step.title || t('templates.ui.untitledStep')}
                  </span>
                  <Ways step={step} definition={definition} />
                </span>
                {count > 0 && <Badge tone="bad">{format.number(count)}</Badge>}
              </button>
            </li>
          )
        })}
      </ol>
      <div className="border-t border-line p-2">
        <Button
          kind="quiet"
          size="small"
          icon={<Plus size={16} aria-hidden />}
          isDisabled={definition.steps.length >= 100}
          onPress={onAdd}
        >
          {t('templates.ui.addStep')}
        </Button>
      </div>
    </Card>
  )
}

const Ways = ({
  step: { question, next },
  definition,
}: {
  step: ScriptStep
  definition: ScriptDefinition
}) => {
  const t = useT()
  const nameOf = (target: ScriptTarget) =>
    'step' in target
      ? (definition.steps.find(({ id }) => id === target.step)?.title ?? '')
      : t('templates.ui.toOutcome', {
          label: definition.outcomes.find(({ id }) => id === target.outcome)?.label ?? '',
        })
  const ways = [
    ...(question?.options ?? []).flatMap(({ id, label, next: to }) =>
      to ? [{ id, text: t('templates.ui.way', { answer: label, target: nameOf(to) }) }] : [],
    ),
    ...(next ? [{ id: 'next', text: t('templates.ui.wayOn', { target: nameOf(next) }) }] : []),
  ]
  return ways.map(({ id, text }) => (
    <span key={id} className="block truncate text-meta text-muted">
      {text}
    </span>
  ))
}
