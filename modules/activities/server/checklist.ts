import { cleanText } from '@peyvand/persian'
import { type Ctx, newId } from '@peyvand/platform/server'
import { type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import type { ChecklistItem, TaskInput } from '../contract/index.ts'
import './tables.ts'

type GivenItems = z.output<typeof TaskInput>['checklist']

/** Percent of the items that are done; null without items. */
export const progressOf = (items: readonly { done: boolean }[]): number | null =>
  items.length === 0 ? null : Math.round((items.filter(({ done }) => done).length * 100) / items.length)

export function checklistOf(ctx: Ctx, activityId: string): Promise<ChecklistItem[]> {
  return ctx.db
    .selectFrom('checklistItems')
    .select(['id', 'title', 'done', 'doneAt', 'doneBy'])
    .where('tenantId', '=', ctx.tenantId)
    .where('activityId', '=', activityId)
    .orderBy('position')
    .execute()
}

/** Makes these the items in this order; who ticked one and when stays with it. */
export async function writeChecklist(ctx: Ctx, activityId: string, given: GivenItems): Promise<void> {
  const before = new Map((await checklistOf(ctx, activityId)).map((item) => [item.id, item]))
  const kept = given.flatMap(({ id }) => (id && before.has(id) ? [id] : []))
  await ctx.db
    .deleteFrom('checklistItems')
    .where('tenantId', '=', ctx.tenantId)
    .where('activityId', '=', activityId)
    .where(sql<SqlBool>`id <> all(${sql.val(kept)}::uuid[])`)
    .execute()
  if (given.length === 0) return
  await ctx.db
    .insertInto('checklistItems')
    .values(
      given.map(({ id, title, done }, position) => {
        const old = id ? before.get(id) : undefined
        return {
          tenantId: ctx.tenantId,
          id: old?.id ?? newId(),
          activityId,
          position,
          title: cleanText(title),
          ...tick(ctx, done, old),
        }
      }),
    )
    .onConflict((oc) =>
      oc.columns(['tenantId', 'id']).doUpdateSet((eb) => ({
        position: eb.ref('excluded.position'),
        title: eb.ref('excluded.title'),
        done: eb.ref('excluded.done'),
        doneAt: eb.ref('excluded.doneAt'),
        doneBy: eb.ref('excluded.doneBy'),
      })),
    )
    .execute()
}

/** Ticks or unticks one item and moves the task's progress along. Answers false when there is no such item. */
export async function tickItem(
  ctx: Ctx,
  { activityId, itemId, done }: { activityId: string; itemId: string; done: boolean },
): Promise<boolean> {
  const items = await checklistOf(ctx, activityId)
  const item = items.find(({ id }) => id === itemId)
  if (!item) return false
  await ctx.db
    .updateTable('checklistItems')
    .set(tick(ctx, done, item))
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', itemId)
    .execute()
  const after = items.map((one) => (one.id === itemId ? { done } : one))
  await ctx.db
    .updateTable('tasks')
    .set({ progress: progressOf(after) ?? 0 })
    .where('tenantId', '=', ctx.tenantId)
    .where('activityId', '=', activityId)
    .execute()
  return true
}

function tick(ctx: Ctx, done: boolean, old: ChecklistItem | undefined) {
  if (!done) return { done, doneAt: null, doneBy: null }
  if (old?.done) return { done, doneAt: old.doneAt, doneBy: old.doneBy }
  return { done, doneAt: ctx.now().toISOString(), doneBy: ctx.actor.userId }
}
