import type { RecordHistory } from '@peyvand/history/web'
import { useT } from '@peyvand/platform/web'
import { type Format, useFormat } from '@peyvand/ui'
import {
  type Activity,
  activityAsOfRoute,
  activityChangesRoute,
  restoreActivityFieldRoute,
} from '../../contract/index.ts'
import { activityTopics } from './activity-topics.ts'

/** The activity's history in words. */
export function useActivityHistory({ id, version }: Pick<Activity, 'id' | 'version'>): RecordHistory {
  const t = useT()
  const format = useFormat()
  return {
    id,
    version,
    routes: { changes: activityChangesRoute, asOf: activityAsOfRoute, restore: restoreActivityFieldRoute },
    topics: activityTopics,
    labelOf: (field) => {
      const key = keyOf(field)
      return key && t(key)
    },
    valueOf: (field, value) => wordsOf(field, value, { t, format }),
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
const plain = ['subject', 'body', 'occurredAt', 'plannedAt', 'dueAt', 'doneAt', 'cost', 'number']

/** The text key of a field's name; null for what only the program knows. */
const keyOf = (field: string): string | null => {
  if (field.startsWith('checklist.')) return 'activities.checklist'
  return keys[field] ?? (plain.includes(field) ? `activities.field.${field}` : null)
}

const moments = ['occurredAt', 'plannedAt', 'dueAt', 'doneAt']
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
  if (typeof value === 'boolean')
    return t(value ? 'activities.changes.ticked' : 'activities.changes.unticked')
  if (typeof value === 'number') return format.number(value)
  if (typeof value !== 'string' || value === '') return null
  if (moments.includes(field)) return format.dateTime(value)
  if (options.includes(field)) return t(`activities.${field}.${value}`)
  return field === 'cost' ? format.money(value) : value
}
