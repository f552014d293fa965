import { tagsOf } from '@peyvand/customization/server'
import { sameValue } from '@peyvand/history/server'
import type { UndoStay } from '@peyvand/platform/contract'
import { anyOf, type Ctx, json } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { z } from 'zod'
import type { BulkAction } from '../contract/index.ts'
import { type ActivityRecord, reaches, visibleActivities } from './activity-access.ts'

/** What bulk changes touch of an activity. */
export const BulkValues = z.object({
  status: z.enum(['planned', 'inProgress', 'done', 'cancelled']),
  doneAt: z.string().nullable(),
  occurredAt: z.string().nullable(),
  resultId: z.string().nullable(),
  ownerId: z.string(),
  teamId: z.string().nullable(),
  tagIds: z.array(z.string()),
})
export type BulkValues = z.output<typeof BulkValues>

const Kept = z.object({
  before: BulkValues.extend({
    /** The next of its series, which finishing it made. */
    nextId: z.string().nullable().default(null),
    /** Its owner of then went on seeing it only because of the change. */
    addedViewer: z.boolean().default(false),
  }),
  /** Null in changes from before it was kept. */
  after: BulkValues.nullable(),
})
export type KeptActivity = z.output<typeof Kept> & { activityId: string }

export async function bulkValuesOf(ctx: Ctx, row: ActivityRecord): Promise<BulkValues> {
  const { status, doneAt, occurredAt, resultId, ownerId, teamId } = row
  const tags = await tagsOf(ctx, 'activities', [row.id])
  const tagIds = (tags.get(row.id) ?? []).map(({ id }) => id)
  return { status, doneAt, occurredAt, resultId, ownerId, teamId, tagIds }
}

/** Keeps what a bulk change did to one activity, for its undo. */
export async function keepChange(
  ctx: Ctx,
  operationId: string,
  { activityId, before, after }: KeptActivity,
): Promise<void> {
  await ctx.db
    .insertInto('activityBulkChanges')
    .values({ tenantId: ctx.tenantId, operationId, activityId, before: json(before), after: json(after) })
    .onConflict((oc) => oc.doNothing())
    .execute()
}

/** What a bulk change has kept, in the order of the activities' ids. */
export async function keptChanges(
  ctx: Ctx,
  operationId: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<KeptActivity[]> {
  const rows = await ctx.db
    .selectFrom('activityBulkChanges')
    .select(['activityId', 'before', 'after'])
    .where('tenantId', '=', ctx.tenantId)
    .where('operationId', '=', operationId)
    .$if(after !== null, (qb) => qb.where('activityId', '>', after as string))
    .orderBy('activityId')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ activityId: row.activityId, ...Kept.parse(row) }))
}

export interface FreeActivity {
  row: ActivityRecord
  kept: KeptActivity
  /** What it goes back to. */
  values: Partial<BulkValues>
}

/** Which activities may go back now to what they were before a bulk change, and why the others stay. */
export async function judgeKept(
  ctx: Ctx,
  { type }: BulkAction,
  { kept, lock }: { kept: readonly KeptActivity[]; lock: boolean },
): Promise<{ free: FreeActivity[]; stays: UndoStay[] }> {
  const ids = kept.map(({ activityId }) => activityId)
  const all = await ctx.db
    .selectFrom('activities')
    .select(['id', 'subject', 'deletedAt'])
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`id`, ids))
    .$if(lock, (qb) => qb.orderBy('id').forUpdate())
    .execute()
  const visible = await (await visibleActivities(ctx, { deleted: type === 'delete' }))
    .selectAll('a')
    .where(anyOf(sql`a.id`, ids))
    .execute()
  const seen = new Map(visible.map((row) => [row.id, row]))
  const known = new Map(all.map((row) => [row.id, row]))
  const permission = type === 'delete' ? 'activities.delete' : 'activities.update'
  const free: FreeActivity[] = []
  const stays: UndoStay[] = []
  for (const one of kept) {
    const stored = known.get(one.activityId)
    // Nobody may be told of what is gone, and what somebody brought back is back.
    if (!stored || (type === 'delete' && stored.deletedAt === null)) continue
    if (type !== 'delete' && changedNothing(one)) continue
    const stay = (reason: UndoStay['reason']) =>
      void stays.push({ record: 'activities', id: stored.id, name: stored.subject, reason, fields: [] })
    const row = seen.get(one.activityId)
    if (type !== 'delete' && stored.deletedAt !== null) stay('deleted')
    else if (!row || !reaches(ctx, permission, row)) stay('forbidden')
    else {
      const values = type === 'delete' ? {} : untouchedValues(one, await bulkValuesOf(ctx, row))
      if (type !== 'delete' && Object.keys(values).length === 0) stay('changed')
      else free.push({ row, kept: one, values })
    }
  }
  return { free, stays }
}

/** Whether the activity was already what the change made of it: then there is nothing to take back. */
const changedNothing = ({ before, after }: KeptActivity): boolean =>
  after !== null &&
  (Object.keys(BulkValues.shape) as (keyof BulkValues)[]).every((key) => sameValue(before[key], after[key]))

/** Values that go together: who reopened a finished one has decided about its result too. */
const leaders: Partial<Record<keyof BulkValues, keyof BulkValues>> = {
  doneAt: 'status',
  occurredAt: 'status',
  resultId: 'status',
  teamId: 'ownerId',
}

/** The old values of what still holds what the change made of it. */
export function untouchedValues(
  { before, after }: Omit<KeptActivity, 'activityId'>,
  now: BulkValues,
): Partial<BulkValues> {
  const keys = Object.keys(BulkValues.shape) as (keyof BulkValues)[]
  const isTouched = (key: keyof BulkValues) => after !== null && !sameValue(now[key], after[key])
  const old = keys.filter((key) => {
    const leader = leaders[key]
    const isChanged = after === null || !sameValue(before[key], after[key])
    return isChanged && !isTouched(key) && !(leader && isTouched(leader))
  })
  return Object.fromEntries(old.map((key) => [key, before[key]]))
}
