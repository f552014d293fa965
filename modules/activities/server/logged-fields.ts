import { tagsOf } from '@peyvand/customization/server'
import { type Ctx, readCustomValues } from '@peyvand/platform/server'
import type { ActivityRecord } from './activity-access.ts'
import type { Details } from './activity-details.ts'
import { participantsOf } from './activity-participants.ts'
import { partyIdsOf } from './activity-parties.ts'
import { targetsOf } from './activity-targets.ts'

const loggedKeys = [
  'subject',
  'body',
  'direction',
  'status',
  'occurredAt',
  'plannedAt',
  'dueAt',
  'dueAllDay',
  'doneAt',
  'durationMinutes',
  'resultId',
  'priority',
  'cost',
  'ownerId',
  'teamId',
  'viaMarketerId',
  'confidentiality',
] as const

/** Columns whose changes the audit log tells, by the names that it has; not what is derived from them. */
export const loggedColumns = (row: ActivityRecord): Record<string, unknown> => ({
  ...Object.fromEntries(loggedKeys.map((key) => [key, row[key]])),
  ...Object.fromEntries(
    Object.entries(readCustomValues(row.custom)).map(([key, value]) => [`custom.${key}`, value]),
  ),
})

/** What stands in other tables, as ids: the parties, who takes part, tags. */
export async function loggedLists(ctx: Ctx, id: string): Promise<Record<string, unknown>> {
  const tags = await tagsOf(ctx, 'activities', [id])
  return {
    parties: await partyIdsOf(ctx, id),
    targets: (await targetsOf(ctx, id)).map((target) => target.id),
    participants: (await participantsOf(ctx, id)).map((participant) => participant.id),
    tags: (tags.get(id) ?? []).map((tag) => tag.id),
  }
}

/** Left to the program: the moment of a register number, the register, and a length that the activity has itself. */
const unlogged = new Set(['letter.registeredAt', 'letter.registerId', 'call.durationSeconds'])

/** Particulars of the kind, by names such as `call.number`; a list of work is told by its lines. */
export function loggedDetails(details: Details): Record<string, unknown> {
  const logged: Record<string, unknown> = {}
  for (const [key, values] of Object.entries(details))
    for (const [name, value] of Object.entries(values ?? {})) {
      const field = `${key}.${name}`
      if (!unlogged.has(field)) logged[field] = name === 'checklist' ? linesOf(details) : loggedValue(value)
    }
  return logged
}

/** Nothing written and none counted are nothing. */
const loggedValue = (value: unknown): unknown => (value === 0 || value === '' ? null : value)

const linesOf = ({ task }: Details): string[] =>
  (task?.checklist ?? []).map(({ title, done }) => (done ? `✓ ${title}` : title))
