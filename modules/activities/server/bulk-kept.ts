import { tagsOf } from '@peyvand/customization/server'
import { sameValue } from '@peyvand/history/server'
import { anyOf, type Ctx, type KeptRow, type Verdict } from '@peyvand/platform/server'
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

/** What a bulk change keeps of an activity. */
export const KeptActivity = z.object({
  before: BulkValues.extend({
    /** The next of its series, which finishing it made. */
    nextId: z.string().nullable().default(null),
    /** Its owner of then went on seeing it only because of the change. */
    addedViewer: z.boolean().default(false),
  }),
  /** Null in changes from before it was kept. */
  after: BulkValues.nullable(),
})
export type KeptActivity = z.output<typeof KeptActivity>

/** The same of activities as they are now, by id. */
export async function bulkValuesOf(
  ctx: Ctx,
  rows: readonly ActivityRecord[],
): Promise<Map<string, BulkValues>> {
  const ids = rows.map(({ id }) => id)
  const tags = await tagsOf(ctx, 'activities', ids)
  return new Map(
    rows.map(({ id, status, doneAt, occurredAt, resultId, ownerId, teamId }) => {
      const tagIds = (tags.get(id) ?? []).map((tag) => tag.id)
      return [id, { status, doneAt, occurredAt, resultId, ownerId, teamId, tagIds }]
    }),
  )
}

/** How activities that an action changed are judged when it is taken back. */
export async function judgeActivities(
  ctx: Ctx,
  { type }: BulkAction,
  rows: readonly KeptRow<ActivityRecord, KeptActivity>[],
): Promise<(one: KeptRow<ActivityRecord, KeptActivity>) => Verdict> {
  const stored = rows.map(({ row }) => row)
  const visible = await (await visibleActivities(ctx, { deleted: type === 'delete' }))
    .select('a.id')
    .where(
      anyOf(
        sql`a.id`,
        stored.map(({ id }) => id),
      ),
    )
    .execute()
  const seen = new Set(visible.map(({ id }) => id))
  const permission = type === 'delete' ? 'activities.delete' : 'activities.update'
  const mayAct = (row: ActivityRecord) => seen.has(row.id) && reaches(ctx, permission, row)
  const now = await bulkValuesOf(ctx, stored)
  return ({ row, kept }) => {
    if (type === 'delete') {
      // What somebody brought back is back.
      if (row.deletedAt === null) return 'nothingLeft'
      return mayAct(row) ? 'goesBack' : 'forbidden'
    }
    if (changedNothing(kept)) return 'nothingLeft'
    if (row.deletedAt !== null) return 'deleted'
    if (!mayAct(row)) return 'forbidden'
    const values = untouchedValues(kept, now.get(row.id) as BulkValues)
    return Object.keys(values).length === 0 ? 'changed' : 'goesBack'
  }
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
export function untouchedValues({ before, after }: KeptActivity, now: BulkValues): Partial<BulkValues> {
  const keys = Object.keys(BulkValues.shape) as (keyof BulkValues)[]
  const isTouched = (key: keyof BulkValues) => after !== null && !sameValue(now[key], after[key])
  const old = keys.filter((key) => {
    const leader = leaders[key]
    const isChanged = after === null || !sameValue(before[key], after[key])
    return isChanged && !isTouched(key) && !(leader && isTouched(leader))
  })
  return Object.fromEntries(old.map((key) => [key, before[key]]))
}
