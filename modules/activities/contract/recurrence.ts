import { IsoDate } from '@peyvand/platform/contract'
import { z } from 'zod'

/**
 * How an activity comes again. Months and years are counted in the calendar named, from the day of the first
 * occurrence; a day that a month lacks becomes its last one (۳۱ شهریور → ۳۰ مهر → … → ۳۱ فروردین).
 */
export const Recurrence = z
  .object({
    frequency: z.enum(['daily', 'weekly', 'monthly', 'yearly']),
    interval: z.number().int().min(1).max(365).default(1),
    calendar: z.enum(['jalali', 'gregorian']).default('jalali'),
    /** For `weekly`: 0 is Saturday; empty for the weekday of the first occurrence. */
    weekdays: z.array(z.number().int().min(0).max(6)).max(7).default([]),
    /** Last day on which it may occur. */
    until: IsoDate.nullable().default(null),
    /** How many times in all. */
    count: z.number().int().min(1).max(1000).nullable().default(null),
  })
  .refine((rule) => rule.frequency === 'weekly' || rule.weekdays.length === 0, {
    path: ['weekdays'],
    params: { code: 'activities.weekdaysOnlyWeekly' },
  })
export type Recurrence = z.infer<typeof Recurrence>
