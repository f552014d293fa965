import { useT } from '@peyvand/platform/web'
import { Card, cx, Link, StatusPill, useFormat } from '@peyvand/ui'
import { CalendarClock } from 'lucide-react'
import type { NextStep } from '../../contract/index.ts'
import { useTimelineTypes } from './timeline-types.ts'

/** What is to be done next with the party, overdue steps first. */
export const NextSteps = ({ steps }: { steps: readonly NextStep[] }) => {
  const t = useT()
  if (steps.length === 0) return null
  return (
    <Card title={t('parties.file.nextSteps')}>
      <ul className="flex flex-col gap-1">
        {steps.map((step) => (
          <Step key={`${step.subjectType} ${step.subjectId} ${step.kind}`} step={step} />
        ))}
      </ul>
    </Card>
  )
}

const Step = ({ step }: { step: NextStep }) => {
  const t = useT()
  const format = useFormat()
  const kinds = useTimelineTypes()
  const Icon = kinds.find(({ type }) => type === step.kind)?.Icon ?? CalendarClock
  const title = step.title ?? t(`${step.subjectType}.nextStep.${step.kind}`)
  const content = (
    <>
      <span
        className={cx('mt-1 shrink-0 [&_svg]:size-4', step.overdue ? 'text-bad' : 'text-muted')}
        aria-hidden
      >
        <Icon />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{title}</span>
        <span className="flex flex-wrap items-center gap-x-2 text-meta text-muted">
          {step.dueAt &&
            (step.overdue ? (
              <StatusPill tone="bad">{t('parties.file.overdue', { when: whenOf(step.dueAt) })}</StatusPill>
            ) : (
              <span>{whenOf(step.dueAt)}</span>
            ))}
          {step.owner && <span>{step.owner.name}</span>}
        </span>
      </span>
    </>
  )
  const place = 'flex min-h-8 items-start gap-2 rounded-control px-1 py-0.5 pointer-coarse:min-h-11'
  if (step.subjectType === 'parties') return <li className={place}>{content}</li>
  return (
    <li>
      <Link
        href={`/${step.subjectType}/${step.subjectId}`}
        className={cx(place, 'text-text no-underline data-hovered:bg-surface-2')}
      >
        {content}
      </Link>
    </li>
  )

  function whenOf(due: string) {
    return due.length === 10 ? format.relativeDate(due) : format.dateTime(due)
  }
}
