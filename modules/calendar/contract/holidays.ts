import { defineRoute, IsoDate } from '@peyvand/platform/contract'
import { z } from 'zod'

/** By the solar calendar, by the lunar one (known for sure only when announced), or a day the firm is closed. */
export const HolidayKind = z.enum(['solar', 'lunar', 'closure'])
export type HolidayKind = z.infer<typeof HolidayKind>

const Title = z.string().trim().min(1).max(200)

export const Holiday = z.object({
  /** Stays the same through changes; unique in its Jalali year. */
  key: z.string(),
  day: IsoDate,
  titleFa: z.string(),
  titleEn: z.string(),
  kind: HolidayKind,
  /** The month by which a lunar one moves: year and month (1 Muharram … 12 Dhu al-Hijja) of the lunar Hijri. */
  lunarYear: z.number().int().nullable(),
  lunarMonth: z.number().int().min(1).max(12).nullable(),
  /** Calculated: the day may yet move by one. */
  provisional: z.boolean(),
})
export type Holiday = z.infer<typeof Holiday>

/** Where a year's list is from: this program, changed by the firm, or a file. */
export const HolidaySource = z.enum(['builtIn', 'edited', 'imported'])

export const JalaliYear = z.coerce.number().int().min(1380).max(1450)

export const HolidayYear = z.object({
  year: z.number().int(),
  source: HolidaySource,
  version: z.number().int(),
  items: z.array(Holiday),
})
export type HolidayYear = z.infer<typeof HolidayYear>

const YearParams = z.object({ year: JalaliYear })
const KeyParams = YearParams.extend({ key: z.string().min(1).max(80) })

export const HolidayInput = z.object({
  day: IsoDate,
  titleFa: Title,
  titleEn: Title.optional(),
  kind: HolidayKind.default('closure'),
})
export type HolidayInput = z.output<typeof HolidayInput>

/** One file per year, as offices publish it: `[{ "day": "2027-03-21", "titleFa": "نوروز", "kind": "solar" }]`. */
export const ImportHolidays = z.object({
  items: z
    .array(
      HolidayInput.extend({
        lunarYear: z.number().int().nullable().default(null),
        lunarMonth: z.number().int().min(1).max(12).nullable().default(null),
        provisional: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(100),
})
export type ImportHolidays = z.output<typeof ImportHolidays>

export const listHolidaysRoute = defineRoute({
  method: 'GET',
  path: '/holidays/:year',
  summary: 'Holidays of a Jalali year',
  permission: 'signedIn',
  params: YearParams,
  answer: HolidayYear,
})

export const addHolidayRoute = defineRoute({
  method: 'POST',
  path: '/holidays/:year',
  summary: 'Add a holiday or a closure to a Jalali year',
  permission: 'calendar.manage',
  params: YearParams,
  body: HolidayInput,
  answer: HolidayYear,
  status: 201,
})

export const updateHolidayRoute = defineRoute({
  method: 'PUT',
  path: '/holidays/:year/:key',
  summary: 'Change a holiday',
  permission: 'calendar.manage',
  params: KeyParams,
  body: HolidayInput,
  answer: HolidayYear,
})

export const removeHolidayRoute = defineRoute({
  method: 'DELETE',
  path: '/holidays/:year/:key',
  summary: 'Make a holiday an ordinary day',
  permission: 'calendar.manage',
  params: KeyParams,
  answer: HolidayYear,
})

export const shiftLunarMonthRoute = defineRoute({
  method: 'POST',
  path: '/holidays/:year/shift',
  summary: 'Move the holidays of a lunar month by one day, as its first day was announced',
  permission: 'calendar.manage',
  params: YearParams,
  body: z.object({
    lunarYear: z.number().int(),
    lunarMonth: z.number().int().min(1).max(12),
    days: z.union([z.literal(-1), z.literal(1)]),
  }),
  answer: HolidayYear,
  errors: ['calendar.noLunarMonth'],
})

export const importHolidaysRoute = defineRoute({
  method: 'POST',
  path: '/holidays/:year/import',
  summary: 'Replace the holidays of a Jalali year by a list',
  permission: 'calendar.manage',
  params: YearParams,
  body: ImportHolidays,
  answer: HolidayYear,
})

export const resetHolidaysRoute = defineRoute({
  method: 'DELETE',
  path: '/holidays/:year',
  summary: 'Go back to the list of this program',
  permission: 'calendar.manage',
  params: YearParams,
  answer: HolidayYear,
})
