import { useToday } from '@peyvand/activities/web'
import { localDate } from '@peyvand/persian'
import { useT } from '@peyvand/platform/web'
import { StatusPill, useFormat, useUi } from '@peyvand/ui'
import type { Referral } from '../../contract/index.ts'

/** By when it is asked: late in red, today in amber. */
export const DeadlinePill = ({ referral }: { referral: Pick<Referral, 'deadline' | 'overdue'> }) => {
  const t = useT()
  const format = useFormat()
  const { timeZone } = useUi()
  const today = useToday()
  const { deadline, overdue } = referral
  if (!deadline) return null
  const day = localDate(deadline, timeZone)
  const isToday = day === today
  return (
    <StatusPill tone={overdue ? 'bad' : isToday ? 'warn' : 'neutral'}>
      <span className="sr-only">{t(overdue ? 'referrals.overdueSince' : 'referrals.deadline')} </span>
      <time dateTime={deadline} title={format.dateTime(deadline)}>
        {isToday ? format.time(deadline) : format.relativeDate(day)}
      </time>
    </StatusPill>
  )
}
