import { localDate } from '@peyvand/persian'
import { cx, useFormat, useUi } from '@peyvand/ui'
import type { ActivityRow } from '../../contract/index.ts'
import { useToday } from './use-today.ts'

type Props = { row: Pick<ActivityRow, 'dueAt' | 'dueAllDay' | 'plannedAt' | 'overdue' | 'status'> }

/** By when, or for when: «امروز ۱۴:۳۰»; late in red, today in bold. */
export const DueText = ({ row }: Props) => {
  const format = useFormat()
  const { timeZone } = useUi()
  const today = useToday()
  const at = row.dueAt ?? row.plannedAt
  if (!at) return null
  const isDay = row.dueAt !== null && row.dueAllDay
  const day = localDate(at, timeZone)
  const isOpen = row.status === 'planned' || row.status === 'inProgress'
  const isToday = isOpen && day === today
  return (
    <time
      dateTime={at}
      title={isDay ? format.date(day) : format.dateTime(at)}
      className={cx(
        'whitespace-nowrap',
        row.overdue ? 'font-medium text-bad' : isToday ? 'font-medium text-accent-text' : 'text-muted',
      )}
    >
      {format.relativeDate(day)}
      {!isDay && ` ${format.time(at)}`}
    </time>
  )
}
