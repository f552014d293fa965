import { Check } from 'lucide-react'
import { cx } from '../cx.ts'
import { useTexts } from '../provider/ui-context.ts'
import { useFormat } from '../provider/use-format.ts'

export type StepsProps = {
  label?: string
  steps: readonly { id: string; label: string; description?: string }[]
  current: string
  /** Lets the reader go back to a step that is done. */
  onGoTo?: (id: string) => void
}

/** Where one is in a wizard or a document's course. */
export const Steps = ({ label, steps, current, onGoTo }: StepsProps) => {
  const t = useTexts()
  const format = useFormat()
  const at = steps.findIndex(({ id }) => id === current)
  return (
    <ol aria-label={label ?? t.steps} className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {steps.map((step, index) => {
        const isDone = index < at
        const isCurrent = index === at
        const mark = (
          <>
            <span
              className={cx(
                'grid size-6 shrink-0 place-items-center rounded-pill border text-badge font-semibold',
                isCurrent && 'border-accent bg-accent text-on-accent',
                isDone && 'border-transparent bg-accent-soft text-accent-text',
                !isDone && !isCurrent && 'border-line-strong text-muted',
              )}
            >
              {isDone ? <Check size={14} aria-hidden /> : format.number(index + 1)}
            </span>
            <span className={cx('text-body', isCurrent ? 'font-semibold' : 'text-muted')}>
              {step.label}
              {isDone && <span className="sr-only">، {t.stepDone}</span>}
              {step.description && (
                <span className="block text-meta font-normal text-muted">{step.description}</span>
              )}
            </span>
          </>
        )
        return (
          <li key={step.id} aria-current={isCurrent ? 'step' : undefined} className="flex items-center gap-2">
            {index > 0 && <span className="h-px w-6 bg-line-strong" aria-hidden />}
            {isDone && onGoTo ? (
              <button
                type="button"
                onClick={() => onGoTo(step.id)}
                className="flex min-h-control cursor-pointer items-center gap-2 rounded-control text-start"
              >
                {mark}
              </button>
            ) : (
              <span className="flex min-h-control items-center gap-2">{mark}</span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
