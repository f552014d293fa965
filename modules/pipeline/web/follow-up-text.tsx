import { useToday } from '@peyvand/activities/web'
import { localDate } from '@peyvand/persian'
import { cx, useFormat, useUi } from '@peyvand/ui'
import { CalendarClock } from 'lucide-react'

/** When a deal is followed up next: late in red, today in the accent. */
export const FollowUpText = ({ at }: { at: string }) => {
  const format = useFormat()
  const { timeZone } = useUi()
  const today = useToday()
  const day = localDate(at, timeZone)
  const tone = day < today ? 'font-medium text-bad' : day === today ? 'font-medium text-accent-text' : ''
  return (
    <time dateTime={at} title={format.dateTime(at)} className={cx('inline-flex items-center gap-1', tone)}>
      <CalendarClock size={13} aria-hidden />
      {format.relativeDate(day)} {format.time(at)}
    </time>
  )
}
