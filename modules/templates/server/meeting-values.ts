import { getActivity } from '@peyvand/activities/server'
import { partyNextSteps } from '@peyvand/parties/server'
import { formatDate, formatTime, localDate } from '@peyvand/persian'
import type { Locale } from '@peyvand/platform/contract'
import { askHook, type Ctx } from '@peyvand/platform/server'
import type { FieldValue, FieldValues } from './field-value.ts'

/** Fields of the next meeting with a party that the caller sees, for invitations and reminders. */
export const meetingFields = ['party.meetingDate', 'party.meetingTime', 'party.meetingPlace'] as const

export async function meetingValues(ctx: Ctx, partyId: string, language: Locale): Promise<FieldValues> {
  const steps = (await askHook(ctx, partyNextSteps, { partyId })).flat()
  const now = ctx.now().toISOString()
  const next = steps
    .filter(
      ({ subjectType, kind, dueAt }) =>
        subjectType === 'activities' && kind === 'meeting' && dueAt && dueAt > now,
    )
    .toSorted((a, b) => (a.dueAt ?? '').localeCompare(b.dueAt ?? ''))[0]
  const meeting = next && (await getActivity(ctx, next.subjectId))
  const at = meeting?.plannedAt ?? meeting?.at
  const { timeZone } = ctx
  const [date, time, place]: FieldValue[] = at
    ? [
        formatDate(localDate(at, timeZone), { locale: language, style: 'full' }),
        formatTime(at, { locale: language, timeZone }),
        meeting?.meeting?.place ?? null,
      ]
    : [null, null, null]
  return new Map<string, FieldValue>([
    [meetingFields[0], date ?? null],
    [meetingFields[1], time ?? null],
    [meetingFields[2], place ?? null],
  ])
}
