import { Id, Instant } from '@peyvand/platform/contract'
import { z } from 'zod'

/** A record that a user wants to be reminded of. */
export const ReminderSubject = z.object({ type: z.enum(['activities', 'referrals', 'parties']), id: Id })
export type ReminderSubject = z.infer<typeof ReminderSubject>

export const CreateReminder = z.object({
  subject: ReminderSubject,
  at: Instant,
  note: z.string().trim().min(1).max(500).nullable().default(null),
})
export type CreateReminder = z.output<typeof CreateReminder>

/** One of my reminders of a record that has not come yet. */
export const Reminder = z.object({
  id: Id,
  subject: ReminderSubject,
  at: z.string(),
  note: z.string().nullable(),
})
export type Reminder = z.infer<typeof Reminder>
