import { addDays, instantAt, localDate } from '@peyvand/persian'
import { useRoute, useT } from '@peyvand/platform/web'
import { Button, cx, useFormat, useUi } from '@peyvand/ui'
import { useState } from 'react'
import { type BusyTime, freeBusyRoute, suggestTimesRoute } from '../../contract/index.ts'

interface Props {
  start: string | null
  end: string | null
  userIds: readonly string[]
  /** The meeting that is changed; its own time counts as free. */
  activityId?: string
  onPick: (time: { start: string; end: string }) => void
}

const firstHour = 7
const lastHour = 20
const usualMinutes = 60

/** The day of a meeting as a line for everybody: when each is busy, where the meeting lies, and times that suit all. */
export const FreeBusyStrip = ({ start, end, userIds, activityId, onPick }: Props) => {
  const t = useT()
  const format = useFormat()
  const { timeZone } = useUi()
  const [opened] = useState(() => new Date().toISOString())
  const at = start ?? opened
  const day = localDate(at, timeZone)
  const users = userIds.join(',')
  const minutes =
    start && end && end > start ? Math.round((Date.parse(end) - Date.parse(start)) / 60_000) : usualMinutes
  const enabled = userIds.length > 0
  const { data } = useRoute(
    freeBusyRoute,
    { query: { from: day, to: addDays(day, 1), users, except: activityId } },
    { keepPrevious: true, enabled },
  )
  const suggested = useRoute(
    suggestTimesRoute,
    {
      query: {
        users,
        minutes: String(Math.min(1440, Math.max(5, minutes))),
        after: at,
        except: activityId,
        limit: '3',
      },
    },
    { keepPrevious: true, enabled },
  )
  if (!enabled || !data) return null
  const origin = Date.parse(instantAt(day, `0${firstHour}:00`, timeZone))
  const length = (lastHour - firstHour) * 3_600_000
  const place = (time: Pick<BusyTime, 'start' | 'end'>) => {
    const from = Math.max(0, (Date.parse(time.start) - origin) / length)
    const until = Math.min(1, (Date.parse(time.end) - origin) / length)
    return until <= from ? null : { insetInlineStart: `${from * 100}%`, width: `${(until - from) * 100}%` }
  }
  const meeting = {
    start: at,
    end: end && end > at ? end : new Date(Date.parse(at) + minutes * 60_000).toISOString(),
  }
  const meetingPlace = place(meeting)
  return (
    <section
      aria-label={t('calendar.freeBusy')}
      className="flex flex-col gap-1.5 rounded-control border border-line p-2.5"
    >
      <p className="text-meta text-muted">
        {t('calendar.freeBusyOn', { day: format.date(day, 'full') })}
        {data.days[0]?.off && <span className="text-bad"> · {t('calendar.dayOff')}</span>}
      </p>
      <ul className="flex flex-col gap-1">
        {data.users.map(({ user, busy }) => {
          const clash = busy.some((time) => time.start < meeting.end && time.end > meeting.start)
          return (
            <li key={user.id} className="flex items-center gap-2">
              <span className="w-28 shrink-0 truncate text-meta">{user.name}</span>
              <span className="relative h-5 min-w-0 flex-1 overflow-hidden rounded-tag bg-surface-2">
                {busy.map((time) => {
                  const where = place(time)
                  return (
                    where && (
                      <span
                        key={time.start + time.end}
                        title={`${format.time(time.start)} – ${format.time(time.end)}`}
                        className={cx(
                          'absolute inset-y-0 border-x border-surface',
                          time.kind === 'maybe' ? 'calendar-busy' : 'bg-line-strong',
                        )}
                        style={where}
                      />
                    )
                  )
                })}
                {meetingPlace && (
                  <span
                    aria-hidden
                    className={cx(
                      'absolute inset-y-0 rounded-tag border-2',
                      clash ? 'border-bad bg-bad/20' : 'border-ok bg-ok/20',
                    )}
                    style={meetingPlace}
                  />
                )}
              </span>
              <span className={cx('w-16 shrink-0 text-meta', clash ? 'text-bad' : 'text-ok')}>
                {t(clash ? 'calendar.clash' : 'calendar.free')}
              </span>
            </li>
          )
        })}
      </ul>
      {(suggested.data?.items.length ?? 0) > 0 && (
        <div className="flex flex-wrap items-center gap-1.5">
          <span className="text-meta text-muted">{t('calendar.suggestions')}</span>
          {suggested.data?.items.map((time) => (
            <Button key={time.start} size="small" onPress={() => onPick(time)}>
              {format.dateTime(time.start, 'dayMonth')}
            </Button>
          ))}
        </div>
      )}
    </section>
  )
}
