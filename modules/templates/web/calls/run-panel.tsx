import { useT } from '@peyvand/platform/web'
import { Button, Callout } from '@peyvand/ui'
import type { ScriptRun } from '../../contract/index.ts'
import { StepView } from '../scripts/step-view.tsx'
import { useRun } from './use-run.ts'

type Props = { run: ScriptRun; onRun: (run: ScriptRun) => void }

/** A call under way: the step to say and ask now, and how it ended. */
export const RunPanel = ({ run, onRun }: Props) => {
  const t = useT()
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
    <StepView
      key={`${step.id} ${at}`}
      step={step}
      number={at + 1}
      isPending={isPending}
      onBack={at > 0 ? () => goTo(at - 1) : undefined}
      onAnswer={(given) => void answer(given)}
    />
  )
}
