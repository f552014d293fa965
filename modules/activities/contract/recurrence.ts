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
    /**
     * For `monthly` and `yearly`: the day of the first occurrence, the first or the last day of the month, or the
     * same weekday of it (the second Sunday; a fifth is the last).
     */
    monthlyOn: z.enum(['day', 'firstDay', 'lastDay', 'weekday']).default('day'),
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
  .refine((rule) => rule.monthlyOn === 'day' || rule.frequency === 'monthly' || rule.frequency === 'yearly', {
    path: ['monthlyOn'],
    params: { code: 'activities.monthlyOnOnlyMonths' },
  })
export type Recurrence = z.infer<typeof Recurrence>

/** Of a series: the one that is changed, it and those after it, or every open one. */
export const OccurrenceScope = z.enum(['this', 'following', 'all'])
export type OccurrenceScope = z.infer<typeof OccurrenceScope>
