import { useT } from '@peyvand/platform/web'
import { Select, useFormat } from '@peyvand/ui'
import type { ScriptDefinition, ScriptTarget } from '../../contract/index.ts'
import { targetId, targetOf } from './script-draft.ts'

interface Props {
  label?: string
  'aria-label'?: string
  definition: ScriptDefinition
  /** The step itself, which cannot follow itself. */
  stepId: string
  value: ScriptTarget | null
  /** What happens where nothing is chosen. */
  placeholder: string
  isFaulty?: boolean
  onChange: (target: ScriptTarget | null) => void
  /** Makes a step and leads there. */
  onNewStep: () => void
}

const newStep = 'new'

/** Where the call goes on: at a step, with an outcome, or at a step made on the spot. */
export const TargetSelect = ({
  definition,
  stepId,
  value,
  onChange,
  onNewStep,
  isFaulty,
  ...field
}: Props) => {
  const t = useT()
  const format = useFormat()
  const options = [
    ...definition.steps.flatMap((step, index) =>
      step.id === stepId
        ? []
        : [
            {
              id: `step:${step.id}`,
              label: t('templates.ui.toStep', { number: format.number(index + 1), title: step.title }),
            },
          ],
    ),
    ...definition.outcomes.map(({ id, label }) => ({
      id: `outcome:${id}`,
      label: t('templates.ui.toOutcome', { label }),
    })),
    { id: newStep, label: t('templates.ui.toNewStep') },
  ]
  return (
    <Select
      {...field}
      isClearable
      options={options}
      value={targetId(value)}
      errorMessage={isFaulty ? t('templates.ui.chooseTarget') : undefined}
      onChange={(id) => (id === newStep ? onNewStep() : onChange(targetOf(id)))}
    />
  )
}
