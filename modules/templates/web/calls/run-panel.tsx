import { useT } from '@peyvand/platform/web'
import { Button, Callout, useFormat } from '@peyvand/ui'
import type { ScriptRun } from '../../contract/index.ts'
import { StepView } from '../scripts/step-view.tsx'
import { useRun } from './use-run.ts'

type Props = { run: ScriptRun; onRun: (run: ScriptRun) => void }

/** A call under way: the step to say and ask now, and how it ended. */
export const RunPanel = ({ run, onRun }: Props) => {
  const t = useT()
  const format = useFormat()
  const { step, at, isPending, answer, goTo } = useRun(run, onRun)
  if (!step)
    return (
      <Callout
        tone="ok"
        title={
          run.outcome ? t('templates.ui.ended', { label: run.outcome.label }) : t('templates.ui.finished')
        }
        action={
          <Button size="small" onPress={() => goTo(run.steps.length - 1)}>
            {t('templates.ui.back')}
          </Button>
        }
      />
    )
  return (
    <div className="flex flex-col gap-1">
      <p className="text-meta text-muted">
        {t('templates.ui.stepNumber', { number: format.number(at + 1) })}
      </p>
      <StepView
        key={`${step.id} ${at}`}
        step={step}
        isPending={isPending}
        onBack={at > 0 ? () => goTo(at - 1) : undefined}
        onAnswer={(given) => void answer(given)}
      />
    </div>
  )
}
