import { addTags, removeTags, requireValue } from '@peyvand/customization/server'
import { nextState } from '@peyvand/platform/contract'
import { AppError, anyOf, type Ctx, changesBetween } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { activityTransitions, activityUpdated, type BulkAction, resultListOf } from '../contract/index.ts'
import { type ActivityRecord, reaches, storedActivities } from './activity-access.ts'
import { tellOfActivity } from './activity-events.ts'
import { addViewers } from './activity-participants.ts'
import { publishToFiles } from './activity-timeline.ts'
import { type BulkValues, bulkValuesOf } from './bulk-kept.ts'
import { moveToBin } from './delete-activity.ts'
import { requireOwner } from './owners.ts'
import { checkResultFields } from './result-fields.ts'
import { applyTransition } from './transition-activity.ts'

/** Does an action to those of the locked rows that it fits and that the caller may change. */
export async function actOn(ctx: Ctx, action: BulkAction, rows: readonly ActivityRecord[]) {
  const permission = action.type === 'delete' ? 'activities.delete' : 'activities.update'
  const allowed = rows.filter((row) => reaches(ctx, permission, row))
  const before = await bulkValuesOf(ctx, allowed)
  const makers = action.type === 'reassign' ? await seenAsMaker(ctx, allowed) : new Set()
  const isTagging = action.type === 'addTags' || action.type === 'removeTags'
  const { done, changed } = await (isTagging
    ? changeTags(ctx, action, allowed)
    : changeEach(ctx, action, allowed))
  const after = await bulkValuesOf(ctx, [...(await storedActivities(ctx, [...changed.keys()])).values()])
  const kept = [...changed].map(([id, nextId]) => ({
    id,
    before: {
      ...(before.get(id) as BulkValues),
      addedViewer: action.type === 'reassign' && !makers.has(id),
      nextId,
    },
    after: after.get(id) ?? null,
  }))
  return { done, kept }
}

interface Done {
  done: number
  /** Ids of what was changed, each with the next of its series where that was made of it. */
  changed: ReadonlyMap<string, string | null>
}

async function changeEach(ctx: Ctx, action: RowAction, rows: readonly ActivityRecord[]): Promise<Done> {
  const changed = new Map<string, string | null>()
  let done = 0
  for (const row of rows) {
    const known = await occurrencesAfter(ctx, row)
    const did = await actOnOne(ctx, action, row)
    if (did === 'refused') continue
    done += 1
    const nextId = (await occurrencesAfter(ctx, row)).find((id) => !known.includes(id)) ?? null
    if (did === 'changed') changed.set(row.id, nextId)
  }
  return { done, changed }
}

type RowAction = Exclude<BulkAction, { type: 'addTags' | 'removeTags' }>

async function actOnOne(
  ctx: Ctx,
  action: RowAction,
  row: ActivityRecord,
): Promise<'refused' | 'asItWas' | 'changed'> {
  switch (action.type) {
    case 'finish': {
      if (!nextState(activityTransitions, row.status, 'finish')) return 'refused'
      const resultId = await fitting(ctx, row, action.resultId)
      if (resultId && !(await isAccepted(checkResultFields(ctx, row, { resultId })))) return 'refused'
      await applyTransition(ctx, row, { action: 'finish', ...(resultId ? { resultId } : {}) })
      return 'changed'
    }
    case 'reassign':
      // Who has it already keeps it as it is: there is nothing to do, and nothing to undo.
      if (row.ownerId === action.ownerId) return 'asItWas'
      await setOwner(ctx, row, await requireOwner(ctx, action))
      return 'changed'
    case 'delete':
      await moveToBin(ctx, row)
      return 'changed'
  }
}

/** Those of the activities whose owner would see them also for having made them. */
async function seenAsMaker(ctx: Ctx, rows: readonly ActivityRecord[]): Promise<ReadonlySet<string>> {
  const owners = new Map(rows.map(({ id, ownerId }) => [id, ownerId]))
  const viewers = await ctx.db
    .selectFrom('activityViewers')
    .select(['activityId', 'viewerId'])
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`activity_id`, [...owners.keys()]))
    .where('reason', '=', 'creator')
    .execute()
  return new Set(
    viewers.flatMap(({ activityId, viewerId }) => (owners.get(activityId) === viewerId ? [activityId] : [])),
  )
}

async function occurrencesAfter(ctx: Ctx, { seriesId, occurrence }: ActivityRecord): Promise<string[]> {
  if (!seriesId || occurrence === null) return []
  const rows = await ctx.db
    .selectFrom('activities')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('seriesId', '=', seriesId)
    .where('occurrence', '>', occurrence)
    .execute()
  return rows.map(({ id }) => id)
}

async function changeTags(
  ctx: Ctx,
  { type, tagIds }: Extract<BulkAction, { tagIds: string[] }>,
  rows: readonly ActivityRecord[],
): Promise<Done> {
  const ids = rows.map(({ id }) => id)
  const before = await bulkValuesOf(ctx, rows)
  await (type === 'addTags' ? addTags : removeTags)(ctx, 'activities', ids, tagIds)
  const after = await bulkValuesOf(ctx, rows)
  for (const { id, subject } of rows) {
    const changes = changesBetween({ tags: before.get(id)?.tagIds }, { tags: after.get(id)?.tagIds })
    if (Object.keys(changes).length > 0)
      ctx.audit({ action: 'update', record: 'activities', recordId: id, label: subject, changes })
  }
  return { done: rows.length, changed: new Map(ids.map((id) => [id, null])) }
}

/** Gives an activity another owner; the old one goes on seeing it. */
export async function setOwner(
  ctx: Ctx,
  row: ActivityRecord,
  owner: { ownerId: string; teamId: string | null },
): Promise<void> {
  const after = await ctx.db
    .updateTable('activities')
    .set({ ...owner, updatedAt: ctx.now().toISOString(), version: row.version + 1 })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await addViewers(ctx, row.id, [row.ownerId], 'creator')
  ctx.audit({
    action: 'update',
    record: 'activities',
    recordId: row.id,
    label: row.subject,
    changes: changesBetween<Pick<ActivityRecord, 'ownerId' | 'teamId'>>(row, owner),
  })
  tellOfActivity(ctx, activityUpdated, after, await publishToFiles(ctx, after))
}

/** The result where it is one of the row's kind: a selection may hold several kinds. */
async function fitting(ctx: Ctx, row: ActivityRecord, resultId: string | null): Promise<string | null> {
  if (!resultId) return null
  const list = resultListOf[row.kind]
  return (await isAccepted(requireValue(ctx, list, { path: 'resultId', id: resultId }))) ? resultId : null
}

/** Whether a check passes; it must not have written anything. */
const isAccepted = (check: Promise<unknown>): Promise<boolean> =>
  check.then(
    () => true,
    (error: unknown) => {
      if (error instanceof AppError) return false
      throw error
    },
  )
