import { useColleagues, useTags, useValues } from '@peyvand/parties/web'
import { useT } from '@peyvand/platform/web'
import { type Format, useFormat } from '@peyvand/ui'
import { type Activity, resultListOf } from '../../contract/index.ts'
import type { ActivityFormValues } from '../form/activity-form-values.ts'

type Field = keyof ActivityFormValues

/** A field of the form by name and its value in words, for comparing with what a colleague saved. */
export function useConflictWords(activity: Activity) {
  const t = useT()
  const format = useFormat()
  const choices = [
    useColleagues(),
    useTags(),
    useValues(resultListOf[activity.kind], activity.result?.id),
  ].flat()

  return (field: Field, value: unknown, current: Activity) => {
    const known = [...choices, ...namesIn(activity), ...namesIn(current)]
    const nameOf = (id: string) => known.find((one) => one.id === id)?.label ?? t('web.conflict.another')
    return { label: t(labelOf(field, activity)), value: wordsOf(field, value, { t, format, nameOf }) }
  }
}

const namesIn = ({ owner, result, viaMarketer, participants, tags }: Activity) =>
  [owner, result, viaMarketer, ...participants, ...tags].flatMap((one) =>
    one ? [{ id: one.id, label: one.name }] : [],
  )

const labels: Partial<Record<Field, string>> = {
  direction: 'activities.direction',
  durationMinutes: 'activities.field.duration',
  dueOn: 'activities.field.dueAt',
  dueTime: 'activities.form.dueTime',
  resultId: 'activities.field.result',
  priority: 'activities.priority',
  ownerId: 'activities.field.owner',
  viaMarketerId: 'activities.field.viaMarketer',
  confidentiality: 'activities.confidentiality',
  parties: 'activities.field.party',
  targets: 'activities.field.targets',
  colleagueIds: 'activities.form.colleagues',
  registerId: 'activities.form.register',
  tagIds: 'activities.field.tags',
  files: 'files.attachments',
  recurrence: 'activities.field.recurring',
  copies: 'activities.role.copy',
  checklist: 'activities.checklist',
  custom: 'parties.form.custom',
  minutes: 'activities.form.minutesOfMeeting',
}
const ofRecord: readonly Field[] = ['subject', 'body', 'at', 'cost', 'letterNo']
const byKind: readonly Field[] = ['sender', 'addresses']

function labelOf(field: Field, { kind }: Activity): string {
  if (labels[field]) return labels[field]
  if (ofRecord.includes(field)) return `activities.field.${field}`
  return byKind.includes(field) ? `activities.form.${field}.${kind}` : `activities.form.${field}`
}

interface Words {
  t: (key: string) => string
  format: Format
  nameOf: (id: string) => string
}

const ids: readonly Field[] = ['ownerId', 'viaMarketerId', 'resultId', 'colleagueIds', 'tagIds', 'registerId']
const options: readonly Field[] = ['direction', 'priority', 'confidentiality', 'urgency']

function wordsOf(field: Field, value: unknown, words: Words): string | null {
  const { t, format, nameOf } = words
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) {
    const parts = value.flatMap((part: unknown) => wordsOf(field, part, words) ?? [])
    return parts.length > 0 ? format.list(parts) : null
  }
  if (typeof value === 'boolean') return t(value ? 'parties.yes' : 'parties.no')
  if (typeof value === 'number') return format.number(value)
  if (field === 'custom') return wordsOf('subject', Object.values(value), words)
  if (typeof value === 'object') return nameOfRow(value as Row, { t })
  if (typeof value !== 'string') return null
  if (ids.includes(field)) return nameOf(value)
  if (options.includes(field)) return t(`activities.${field}.${value}`)
  if (field === 'cost') return format.money(value)
  if (field === 'phone') return format.digits(value)
  if (field === 'at' || field === 'endsAt') return format.dateTime(value)
  return field === 'dueOn' || field === 'letterDate' ? format.date(value) : value
}

/** Parties, files, names written by hand, items of a list; of a rule of recurrence how often. */
interface Row {
  name?: string
  label?: string
  text?: string
  isDone?: boolean
  frequency?: string
}

const nameOfRow = ({ name, label, text, isDone, frequency }: Row, { t }: Pick<Words, 't'>): string | null => {
  if (frequency) return t(`activities.recurrence.${frequency}`)
  if (text !== undefined) return isDone ? `✓ ${text}` : text
  return name || label || t('web.conflict.another')
}
