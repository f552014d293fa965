import { useT } from '@peyvand/platform/web'
import { Card, cx, Link, StatusPill, useFormat } from '@peyvand/ui'
import { CalendarClock, CircleCheck, type LucideIcon, Mail, Phone, Send, Users } from 'lucide-react'
import type { NextStep } from '../../contract/index.ts'

const icons: Record<string, LucideIcon> = {
  call: Phone,
  meeting: Users,
  letter: Mail,
  email: Mail,
  sms: Send,
  telegram: Send,
  task: CircleCheck,
}

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
  const Icon = icons[step.kind] ?? CalendarClock
  const title = step.title ?? t(`${step.subjectType}.nextStep.${step.kind}`)
  const content = (
    <>
      <Icon size={16} className={cx('shrink-0', step.overdue ? 'text-bad' : 'text-muted')} aria-hidden />
      <span className="min-w-0 flex-1 truncate">{title}</span>
      {step.owner && <span className="truncate text-meta text-muted">{step.owner.name}</span>}
      {step.dueAt &&
        (step.overdue ? (
          <StatusPill tone="bad">{t('parties.file.overdue', { when: whenOf(step.dueAt) })}</StatusPill>
        ) : (
          <span className="shrink-0 text-meta text-muted">{whenOf(step.dueAt)}</span>
        ))}
    </>
  )
  const place = 'flex min-h-8 items-center gap-2 rounded-control px-1 pointer-coarse:min-h-11'
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
