import { tagNames, valueLabel } from '@peyvand/customization/server'
import { byIds, type HistorySource, type NamesOf, restoredInput, valueBefore } from '@peyvand/history/server'
import { teamsByIds, usersByIds } from '@peyvand/identity/server'
import { partyRefs } from '@peyvand/parties/server'
import { type Ctx, notFound } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { type Activity, ActivityChange, detailKeys } from '../contract/index.ts'
import { type ActivityRecord, reaches, visibleActivities } from './activity-access.ts'
import { type Details, readDetails } from './activity-details.ts'
import { targetNames } from './activity-targets.ts'
import { loggedColumns, loggedDetails, loggedLists } from './logged-fields.ts'
import { updateActivity } from './update-activity.ts'
import { withholdsField } from './withheld-numbers.ts'

/** What the history of activities is read from. */
export const activityHistory: HistorySource = {
  record: 'activities',
  names: {
    ownerId: byIds(usersByIds),
    teamId: byIds(teamsByIds),
    viaMarketerId: byIds(partyRefs),
    resultId: byIds(valueNames),
    parties: byIds(partyRefs),
    targets: byIds(targetNames),
    participants: byIds(
      async (ctx, ids) => new Map([...(await usersByIds(ctx, ids)), ...(await partyRefs(ctx, ids))]),
    ),
    tags: byIds(tagNames),
  },
  partyNames: byIds(partyRefs),
  require: async (ctx, id) => {
    const row = await loadOpenable(ctx, id)
    return { mayChange: row.deletedAt === null && reaches(ctx, 'activities.update', row) }
  },
  present: async (ctx, id) => {
    const row = await loadOpenable(ctx, id)
    return {
      fields: {
        ...loggedColumns(row),
        ...loggedDetails(await readDetails(ctx, row)),
        ...(await loggedLists(ctx, id)),
      },
      deleted: row.deletedAt !== null,
    }
  },
  isWithheld: withholdsField,
  isRestorable: (_ctx, field) =>
    restorable.has(field) || field.startsWith('custom.') || detailOf(field) !== null,
}

/** Fields that a save gives an earlier value; a status changes by its transitions alone. */
const restorable = new Set([
  'subject',
  'body',
  'direction',
  'occurredAt',
  'plannedAt',
  'dueAt',
  'durationMinutes',
  'resultId',
  'priority',
  'cost',
  'ownerId',
  'teamId',
  'viaMarketerId',
  'confidentiality',
  'tags',
])

/**
 * Gives one field the value back that it had before a change, by the ordinary save.
 * @throws AppError history.noSuchChange (404), history.notRestorable, history.valueGone (409); as updateActivity
 */
export async function restoreActivityField(
  ctx: Ctx,
  { id, changeId, field, version }: { id: string; changeId: string; field: string; version: number },
): Promise<Activity> {
  const value = await valueBefore(ctx, activityHistory, { id, changeId, field })
  const input = await inputOf(ctx, id, { field, value })
  return updateActivity(ctx, id, restoredInput(ActivityChange, { version, ...input }))
}

/** Particulars that a save gives an earlier value: numbers of registers stay, lines of work are not ticked again. */
const fixedDetails = new Set(['letter.registryNo', 'task.checklist'])

/** `call.number` as the particulars and the field in them; null for what is none or cannot come back. */
function detailOf(field: string): { key: keyof Details; name: string } | null {
  const [key = '', name] = field.split('.')
  const isDetail = detailKeys.some((known) => known === key) && name !== undefined && !fixedDetails.has(field)
  return isDetail ? { key: key as keyof Details, name } : null
}

async function inputOf(
  ctx: Ctx,
  id: string,
  { field, value }: { field: string; value: unknown },
): Promise<Record<string, unknown>> {
  const detail = detailOf(field)
  if (detail) {
    // Particulars are sent whole; what is left out of them is empty.
    const present = (await readDetails(ctx, await loadOpenable(ctx, id)))[detail.key]
    return { [detail.key]: { ...present, [detail.name]: value ?? undefined } }
  }
  if (field.startsWith('custom.')) return { custom: { [field.slice('custom.'.length)]: value } }
  return field === 'tags' ? { tagIds: value } : { [field]: value }
}

/** Its history is open to whoever sees it, in the recycle bin too. @throws AppError activities.notFound (404) */
async function loadOpenable(ctx: Ctx, id: string): Promise<ActivityRecord> {
  for (const deleted of [false, true]) {
    const row = await (await visibleActivities(ctx, { deleted }))
      .selectAll('a')
      .where('a.id', '=', id)
      .executeTakeFirst()
    if (row && (!deleted || reaches(ctx, 'activities.delete', row))) return row
  }
  throw notFound('activities.notFound')
}

async function valueNames(ctx: Ctx, ids: readonly string[]): ReturnType<NamesOf> {
  const { rows } = await sql<{ id: string; name: string | null }>`
    select given.id, ${valueLabel(ctx, sql.ref('given.id'))} as name
    from (select distinct unnest(${sql.val([...ids])}::uuid[]) as id) as given (id)`.execute(ctx.db)
  return new Map(rows.flatMap(({ id, name }) => (name ? [[id, { name }] as const] : [])))
}
