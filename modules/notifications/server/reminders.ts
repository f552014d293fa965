import { canSeeActivity } from '@peyvand/activities/server'
import { canSeeParty } from '@peyvand/parties/server'
import { AppError, type Ctx, newId, notFound } from '@peyvand/platform/server'
import { referralSubjects } from '@peyvand/referrals/server'
import type { CreateReminder, Reminder, ReminderSubject } from '../contract/index.ts'
import { notify } from './notify.ts'
import { ownId } from './own-id.ts'
import './tables.ts'

const mostOpen = 1000

/** @throws AppError notFound (404), notifications.reminderPast (400), notifications.tooManyReminders (409) */
export async function createReminder(ctx: Ctx, { subject, at, note }: CreateReminder): Promise<Reminder> {
  if (Date.parse(at) <= ctx.now().getTime()) throw new AppError('notifications.reminderPast')
  if (!(await canSeeSubject(ctx, subject))) throw notFound()
  const open = await openReminders(ctx).select('id').limit(mostOpen).execute()
  if (open.length >= mostOpen) throw new AppError('notifications.tooManyReminders')
  const id = newId()
  await ctx.db
    .insertInto('reminders')
    .values({
      tenantId: ctx.tenantId,
      id,
      userId: ownId(ctx),
      subjectType: subject.type,
      subjectId: subject.id,
      at,
      note,
      createdAt: ctx.now().toISOString(),
      firedAt: null,
    })
    .execute()
  return { id, subject, at: new Date(at).toISOString(), note }
}

/** My reminders of a record that have not come, the soonest first. */
export async function listReminders(ctx: Ctx, { type, id }: ReminderSubject): Promise<Reminder[]> {
  const rows = await openReminders(ctx)
    .select(['id', 'at', 'note'])
    .where('subjectType', '=', type)
    .where('subjectId', '=', id)
    .orderBy('at')
    .execute()
  return rows.map((row) => ({ ...row, subject: { type, id } }))
}

/** @throws AppError notFound (404), also for what has come already */
export async function deleteReminder(ctx: Ctx, id: string): Promise<void> {
  const { numDeletedRows } = await ctx.db
    .deleteFrom('reminders')
    .where('tenantId', '=', ctx.tenantId)
    .where('userId', '=', ownId(ctx))
    .where('firedAt', 'is', null)
    .where('id', '=', id)
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw notFound()
}

/** Tells of the reminders whose time has come; marked as told in the same transaction. */
export async function fireReminders(ctx: Ctx): Promise<number> {
  const now = ctx.now().toISOString()
  const rows = await ctx.db
    .updateTable('reminders')
    .set({ firedAt: now })
    .where('tenantId', '=', ctx.tenantId)
    .where('firedAt', 'is', null)
    .where('at', '<=', now)
    .returningAll()
    .execute()
  return notify(
    ctx,
    rows.map(({ id, userId, subjectType, subjectId, note, at }) => ({
      userId,
      kind: 'reminder',
      subject: { type: subjectType, id: subjectId },
      occurrence: id,
      facts: { when: at, ...(note ? { note } : {}) },
    })),
  )
}

function openReminders(ctx: Ctx) {
  return ctx.db
    .selectFrom('reminders')
    .where('tenantId', '=', ctx.tenantId)
    .where('userId', '=', ownId(ctx))
    .where('firedAt', 'is', null)
}

async function canSeeSubject(ctx: Ctx, { type, id }: ReminderSubject): Promise<boolean> {
  if (type === 'activities') return canSeeActivity(ctx, id)
  if (type === 'parties') return canSeeParty(ctx, id)
  return (await referralSubjects(ctx, [id])).has(id)
}
