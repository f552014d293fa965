import { instantAt } from '@peyvand/persian'
import type { RouteCall } from '@peyvand/platform/contract'
import type { Activity, createActivityRoute, updateActivityRoute } from '../../contract/index.ts'
import type { ActivityFormValues, FollowUpValues } from './activity-form-values.ts'

type CreateBody = RouteCall<typeof createActivityRoute>['body']
type ChangeBody = RouteCall<typeof updateActivityRoute>['body']

interface BodyOptions {
  timeZone: string
  /** What stands as the subject where none was written. */
  subject: string
}

/** What the form sends to make an activity. */
export function createBody(values: ActivityFormValues, options: BodyOptions): CreateBody {
  const { kind, timing, at, followUp } = values
  const happened = timing === 'happened'
  return {
    ...commonBody(values, options),
    kind,
    status: happened ? 'done' : 'planned',
    ...(happened ? { occurredAt: at } : { plannedAt: at }),
    ...detailsOf(values),
    ...(followUp?.dueOn ? { followUp: followUpBody(followUp, options.subject) } : {}),
  }
}

/** What the form sends to change one; a moment goes back to where it came from. */
export function changeBody(
  values: ActivityFormValues,
  { activity, ...options }: BodyOptions & { activity: Activity },
): ChangeBody {
  const { at, checklist } = values
  const known = new Set(activity.task?.checklist.map(({ id }) => id))
  const details = detailsOf(values)
  return {
    ...commonBody(values, options),
    version: activity.version,
    ...(activity.occurredAt || activity.status === 'done' ? { occurredAt: at } : { plannedAt: at }),
    ...details,
    ...(details.task && {
      task: {
        progress: values.progress,
        checklist: checklist
          .filter(({ text }) => text.trim())
          .map(({ id, text, isDone }) => ({
            ...(known.has(id) && { id }),
            title: text.trim(),
            done: isDone,
          })),
      },
    }),
  }
}

/** The next step as the server takes it; its subject says what it follows where none was written. */
export const followUpBody = ({ kind, subject, dueOn, ownerId }: FollowUpValues, fallback: string) => ({
  kind,
  subject: subject.trim() || fallback,
  dueAt: dueOn ?? '',
  ...(ownerId && { ownerId }),
})

function commonBody(values: ActivityFormValues, { timeZone, subject }: BodyOptions) {
  const { ownerId, dueOn, dueTime } = values
  return {
    direction: values.direction,
    subject: values.subject.trim() || subject,
    body: values.body.trim() || null,
    dueAt: dueOn && (dueTime ? instantAt(dueOn, dueTime, timeZone) : dueOn),
    durationMinutes: values.durationMinutes,
    resultId: values.resultId,
    priority: values.priority,
    cost: values.cost,
    ...(ownerId && { ownerId }),
    viaMarketerId: values.viaMarketerId,
    confidentiality: values.confidentiality,
    parties: values.parties.flatMap(({ partyId, role }) => (partyId ? [{ partyId, role }] : [])),
    targets: values.targets.map(({ type, id }) => ({ type, id })),
    participants: [
      ...values.colleagueIds.map((userId) => ({ userId })),
      ...values.guests.map(({ id }) => ({ partyId: id })),
    ],
    tagIds: values.tagIds,
    fileIds: values.files.map(({ id }) => id),
    recurrence: values.recurrence,
    custom: values.custom,
  }
}

function detailsOf(
  values: ActivityFormValues,
): Pick<CreateBody, 'letter' | 'fax' | 'call' | 'task' | 'meeting' | 'message'> {
  const copies = values.copies.map(({ label }) => label)
  switch (values.kind) {
    case 'letter':
      return {
        letter: {
          registerId: values.registerId,
          letterNo: values.letterNo.trim() || null,
          letterDate: values.letterDate,
          recipients: values.recipients.map(({ label }) => label),
          copies,
          enclosures: values.enclosures ?? 0,
          urgency: values.urgency,
        },
      }
    case 'fax':
      return { fax: { number: values.phone.trim() || null, pages: values.pages } }
    case 'call':
      return {
        call: {
          number: values.phone.trim() || null,
          answered: values.answered,
          durationSeconds: values.durationMinutes === null ? null : values.durationMinutes * 60,
        },
      }
    case 'task':
      return {
        task: {
          progress: values.progress,
          checklist: values.checklist
            .filter(({ text }) => text.trim())
            .map(({ text, isDone }) => ({ title: text.trim(), done: isDone })),
        },
      }
    case 'meeting':
      return {
        meeting: {
          place: values.place.trim() || null,
          link: values.link.trim() || null,
          endsAt: values.endsAt,
          minutes: values.minutes.trim() || null,
        },
      }
    default:
      return {
        message: {
          sender: values.sender.trim() || null,
          addresses: values.addresses.map(({ label }) => label),
          copies,
        },
      }
  }
}
