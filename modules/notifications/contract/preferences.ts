import { issue } from '@peyvand/platform/contract'
import { z } from 'zod'
import { NotificationChannel, NotificationKind } from './kinds.ts'

/** Clock time of the firm's zone, `HH:MM`. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** Minutes before a time that a reminder may come: at the time itself, 10 min, 30 min, 1 h, 2 h, 1 day, 2 days. */
export const leadChoices = [0, 10, 30, 60, 120, 1440, 2880] as const
const Lead = z.literal([...leadChoices])

const fields = {
  /** Kind → where it arrives; every kind is listed. */
  channels: z.record(NotificationKind, z.array(NotificationChannel).max(4)),
  /** How long before a time; several reminders come for several. */
  leadMinutes: z.array(Lead).max(3),
  /** When reminders of whole days come, and the notice of the day's next contacts. */
  morningAt: ClockTime,
  /** Nothing but the notification centre in between; it comes when they end. */
  quietFrom: ClockTime.nullable(),
  quietUntil: ClockTime.nullable(),
  /** Days off of the firm are quiet from beginning to end. */
  quietOnDaysOff: z.boolean(),
  /** The morning's e-mail with the day's work; null is none. */
  digestAt: ClockTime.nullable(),
  digestOnDaysOff: z.boolean(),
  /** Browser notifications and SMS tell the kind alone, no names and subjects. */
  hideText: z.boolean(),
}

export const NotificationPreferences = z.object({
  ...fields,
  version: z.number().int(),
  /** What the firm and the user have set up: other channels stay without effect. */
  available: z.object({ email: z.boolean(), sms: z.boolean(), push: z.boolean() }),
})
export type NotificationPreferences = z.infer<typeof NotificationPreferences>

export const UpdatePreferences = z
  .object({ ...fields, channels: z.partialRecord(NotificationKind, z.array(NotificationChannel).max(4)) })
  .partial()
  .extend({ version: z.number().int() })
  .superRefine(({ quietFrom, quietUntil }, ctx) => {
    if ((quietFrom === null) !== (quietUntil === null) && quietFrom !== undefined && quietUntil !== undefined)
      ctx.addIssue(issue('notifications.quietBoth', ['quietUntil']))
  })
export type UpdatePreferences = z.output<typeof UpdatePreferences>
