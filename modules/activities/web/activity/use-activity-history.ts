import type { RecordHistory } from '@peyvand/history/web'
import { usePastWords } from '@peyvand/parties/web'
import { useT } from '@peyvand/platform/web'
import { type Format, useFormat } from '@peyvand/ui'
import {
  type Activity,
  type ActivityKind,
  activityAsOfRoute,
  activityChangesRoute,
  restoreActivityFieldRoute,
} from '../../contract/index.ts'
import { activityTopics } from './activity-topics.ts'

/** The activity's history in words. */
export function useActivityHistory({
  id,
  version,
  kind,
}: Pick<Activity, 'id' | 'version' | 'kind'>): RecordHistory {
  const t = useT()
  const format = useFormat()
  const sayOwn = usePastWords('activities')
  return {
    id,
    version,
    routes: { changes: activityChangesRoute, asOf: activityAsOfRoute, restore: restoreActivityFieldRoute },
    topics: activityTopics,
    labelOf: (field) => {
      const key = keyOf(field, kind)
      return key && t(key)
    },
    valueOf: (field, value) =>
      field.startsWith('custom.') ? sayOwn(field, value) : wordsOf(field, value, { t, format }),
  }
}

const keys: Record<string, string> = {
  status: 'activities.status',
  priority: 'activities.priority',
  direction: 'activities.direction',
  confidentiality: 'activities.confidentiality',
  durationMinutes: 'activities.field.duration',
  ownerId: 'activities.field.owner',
  teamId: 'activities.field.team',
  resultId: 'activities.field.result',
  viaMarketerId: 'activities.field.viaMarketer',
  parties: 'activities.field.parties',
  targets: 'activities.field.targets',
  participants: 'activities.field.participants',
  tags: 'activities.field.tags',
}
/** Particulars of the kinds. */
const details: Record<string, string> = {
  'letter.registryNo': 'activities.field.registryNo',
  'letter.letterNo': 'activities.field.letterNo',
  'letter.letterDate': 'activities.form.letterDate',
  'letter.recipients': 'activities.form.recipients',
  'letter.copies': 'activities.role.copy',
  'letter.enclosures': 'activities.form.enclosures',
  'letter.urgency': 'activities.form.urgency',
  'fax.number': 'activities.form.faxNumber',
  'fax.pages': 'activities.form.pages',
  'call.number': 'activities.form.phone',
  'call.answered': 'activities.form.answered',
  'task.progress': 'activities.form.progress',
  'task.checklist': 'activities.checklist',
  'meeting.place': 'activities.form.place',
  'meeting.link': 'activities.form.link',
  'meeting.endsAt': 'activities.form.endsAt',
  'meeting.minutes': 'activities.form.minutesOfMeeting',
  'message.copies': 'activities.role.copy',
}
const byKind = ['message.sender', 'message.addresses']
const plain = ['subject', 'body', 'occurredAt', 'plannedAt', 'dueAt', 'doneAt', 'cost', 'number']

/** The text key of a field's name; null for what only the program knows. */
const keyOf = (field: string, kind: ActivityKind): string | null => {
  if (byKind.includes(field)) return `activities.form.${field.slice('message.'.length)}.${kind}`
  if (field.startsWith('checklist.')) return 'activities.checklist'
  return keys[field] ?? details[field] ?? (plain.includes(field) ? `activities.field.${field}` : null)
}

const moments = ['occurredAt', 'plannedAt', 'dueAt', 'doneAt', 'meeting.endsAt']
const codes = ['call.number', 'fax.number', 'letter.registryNo', 'letter.letterNo']
const options = ['status', 'priority', 'direction', 'confidentiality']

function wordsOf(
  field: string,
  value: unknown,
  { t, format }: { t: (key: string) => string; format: Format },
): string | null {
  if (Array.isArray(value)) {
    const parts = value.flatMap((part) => wordsOf(field, part, { t, format }) ?? [])
    return parts.length > 0 ? format.list(parts) : null
  }
  if (field === 'call.answered') return t(value ? 'parties.yes' : 'parties.no')
  if (typeof value === 'boolean')
    return t(value ? 'activities.changes.ticked' : 'activities.changes.unticked')
  if (typeof value === 'number') return format.number(value)
  if (typeof value !== 'string' || value === '') return null
  if (moments.includes(field)) return format.dateTime(value)
  if (field === 'letter.letterDate') return format.date(value)
  if (field === 'letter.urgency') return t(`activities.urgency.${value}`)
  if (codes.includes(field)) return format.digits(value)
  if (options.includes(field)) return t(`activities.${field}.${value}`)
  return field === 'cost' ? format.money(value) : value
}
