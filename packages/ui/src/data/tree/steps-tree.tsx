import { ArrowRight, Check, Eye } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '../../cx.ts'
import { StatusPill } from '../../display/status-pill.tsx'
import type { Tone } from '../../display/tone.ts'
import { useFormat } from '../../provider/use-format.ts'
import { useDataTexts } from '../texts.ts'

export type ChainStep = {
  id: string
  from: string
  to: string
  /** What was asked: «جهت اقدام». */
  action: string
  tone?: Tone
  note?: ReactNode
  /** ISO instants. */
  at: string
  seenAt?: string | null
  doneAt?: string | null
  /** Its answer or result. */
  result?: ReactNode
  isCurrent?: boolean
  children?: readonly ChainStep[]
}

export type StepsTreeProps = { label?: string; steps: readonly ChainStep[]; className?: string }

/** A chain of handovers as indented vertical steps: who to whom, what for, when seen and done. */
export const StepsTree = ({ label, steps, className }: StepsTreeProps) => {
  const t = useDataTexts()
  return (
    <div role="group" aria-label={label ?? t.steps} className={className}>
      <StepList steps={steps} />
    </div>
  )
}

const StepList = ({ steps, isNested = false }: { steps: readonly ChainStep[]; isNested?: boolean }) => (
  <ol className={cx(isNested && 'ms-3 border-s-2 border-line ps-4')}>
    {steps.map((step) => (
      <li key={step.id} className="pt-3 first:pt-0">
        <Step step={step} />
        {step.children && step.children.length > 0 && (
          <div className="pt-3">
            <StepList steps={step.children} isNested />
          </div>
        )}
      </li>
    ))}
  </ol>
)

const Step = ({ step }: { step: ChainStep }) => {
  const t = useDataTexts()
  const { from, to, isCurrent, seenAt, doneAt } = step
  return (
    <div
      aria-current={isCurrent ? 'step' : undefined}
      className="grid grid-cols-[auto_1fr] items-start gap-x-3"
    >
      <span
        aria-hidden
        className={cx(
          'grid size-6 place-items-center rounded-pill border-2 [&_svg]:size-3.5',
          doneAt
            ? 'border-ok bg-ok-soft text-ok'
            : isCurrent
              ? 'border-accent bg-accent-soft text-accent-text'
              : 'border-line-strong text-muted',
        )}
      >
        {doneAt ? <Check /> : seenAt ? <Eye /> : null}
      </span>
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="sr-only">{t.stepFromTo(from, to)}</span>
          <span aria-hidden className="inline-flex flex-wrap items-center gap-1.5">
            <span>{from}</span>
            <ArrowRight size={14} className="text-muted rtl:-scale-x-100" />
            <span className="font-semibold">{to}</span>
          </span>
          <StatusPill tone={step.tone ?? 'neutral'}>{step.action}</StatusPill>
          {isCurrent && <span className="text-meta font-semibold text-accent-text">{t.stepCurrent}</span>}
        </p>
        {step.note && <div className="mt-1 text-prose">{step.note}</div>}
        <dl className="mt-1 flex flex-wrap gap-x-4 text-meta text-muted">
          <Moment name={t.stepSent} at={step.at} />
          <Moment name={seenAt ? t.stepSeen : t.stepNotSeen} at={seenAt ?? null} />
          {doneAt && <Moment name={t.stepDone} at={doneAt} />}
        </dl>
        {step.result && (
          <div className="mt-1.5 rounded-control border border-line bg-surface-2/50 px-3 py-1.5">
            {step.result}
          </div>
        )}
      </div>
    </div>
  )
}

const Moment = ({ name, at }: { name: string; at: string | null }) => {
  const format = useFormat()
  return (
    <div className="flex gap-1">
      <dt>
        {name}
        {at && ':'}
      </dt>
      <dd>{at && <time dateTime={at}>{format.dateTime(at)}</time>}</dd>
    </div>
  )
}
