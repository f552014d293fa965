import { addTags, removeTags, requireValue } from '@peyvand/customization/server'
import { nextState } from '@peyvand/platform/contract'
import { AppError, type Ctx, changesBetween, selectedRows } from '@peyvand/platform/server'
import {
  activityTransitions,
  activityUpdated,
  type BulkAction,
  type BulkActivities,
  resultListOf,
} from '../contract/index.ts'
import { type ActivityRecord, reaches, visibleActivities } from './activity-access.ts'
import { tellOfActivity } from './activity-events.ts'
import { addViewers } from './activity-participants.ts'
import { activitySource } from './activity-source.ts'
import { publishToFiles } from './activity-timeline.ts'
import { bulkValuesOf, keepChange } from './bulk-kept.ts'
import { moveToBin } from './delete-activity.ts'
import { requireOwner } from './owners.ts'
import { checkResultFields } from './result-fields.ts'
import { applyTransition } from './transition-activity.ts'

/** The next rows of a selection after an id, locked. */
export async function nextSelected(
  ctx: Ctx,
  {
    selection,
    after,
    limit,
  }: { selection: BulkActivities['selection']; after: string | null; limit: number },
): Promise<ActivityRecord[]> {
  const rows = (await visibleActivities(ctx)).selectAll('a')
  return selectedRows(ctx, await activitySource(ctx), rows, selection)
    .$if(after !== null, (qb) => qb.where('a.id', '>', after))
    .orderBy('a.id')
    .limit(limit)
    .forUpdate('a')
    .execute() as Promise<ActivityRecord[]>
}

/** Does the action to one row and remembers what it was; false when it does not fit or is not allowed. */
export async function changeOne(
  ctx: Ctx,
  row: ActivityRecord,
  { operationId, action }: { operationId: string; action: BulkAction },
): Promise<boolean> {
  const permission = action.type === 'delete' ? 'activities.delete' : 'activities.update'
  if (!reaches(ctx, permission, row)) return false
  if (action.type === 'finish' && !nextState(activityTransitions, row.status, 'finish')) return false
  // Who has it already keeps it as it is: there is nothing to do, and nothing to undo.
  if (action.type === 'reassign' && row.ownerId === action.ownerId) return true
  const resultId = action.type === 'finish' ? await fitting(ctx, row, action.resultId) : null
  if (resultId && !(await isAccepted(checkResultFields(ctx, row, { resultId })))) return false
  const before = await bulkValuesOf(ctx, row)
  const addedViewer = action.type === 'reassign' && !(await seesAsCreator(ctx, row))
  const known = await occurrencesAfter(ctx, row)
  await apply(ctx, row, action.type === 'finish' ? { ...action, resultId } : action)
  const changed = await ctx.db
    .selectFrom('activities')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', row.id)
    .executeTakeFirstOrThrow()
  const nextId = (await occurrencesAfter(ctx, row)).find((id) => !known.includes(id)) ?? null
  await keepChange(ctx, operationId, {
    activityId: row.id,
    before: { ...before, addedViewer, nextId },
    after: await bulkValuesOf(ctx, changed),
  })
  return true
}

async function seesAsCreator(ctx: Ctx, { id, ownerId }: ActivityRecord): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('activityViewers')
    .select('viewerId')
    .where('tenantId', '=', ctx.tenantId)
    .where('activityId', '=', id)
    .where('viewerId', '=', ownerId)
    .where('reason', '=', 'creator')
    .executeTakeFirst()
  return row !== undefined
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

async function apply(ctx: Ctx, row: ActivityRecord, action: BulkAction): Promise<void> {
  switch (action.type) {
    case 'finish':
      await applyTransition(ctx, row, {
        action: 'finish',
        ...(action.resultId ? { resultId: action.resultId } : {}),
      })
      return
    case 'delete':
      await moveToBin(ctx, row)
      return
    case 'reassign':
      await setOwner(ctx, row, await requireOwner(ctx, action))
      return
    case 'addTags':
      return tagOne(ctx, row, () => addTags(ctx, 'activities', [row.id], action.tagIds))
    case 'removeTags':
      return tagOne(ctx, row, () => removeTags(ctx, 'activities', [row.id], action.tagIds))
  }
}

async function tagOne(ctx: Ctx, row: ActivityRecord, change: () => Promise<unknown>): Promise<void> {
  const { tagIds: before } = await bulkValuesOf(ctx, row)
  await change()
  const { tagIds: after } = await bulkValuesOf(ctx, row)
  const changes = changesBetween({ tags: before }, { tags: after })
  if (Object.keys(changes).length > 0)
    ctx.audit({ action: 'update', record: 'activities', recordId: row.id, label: row.subject, changes })
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
