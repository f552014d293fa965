import { z } from 'zod'

export const FieldType = z.enum([
  'text',
  'number',
  'money',
  'date',
  'instant',
  'boolean',
  'enum',
  'user',
  'team',
  'party',
  'tags',
  'phone',
])
export type FieldType = z.infer<typeof FieldType>

/** Periods relative to today in the firm's time zone; weeks, months, seasons and years are Jalali. */
export const Period = z.enum([
  'today',
  'yesterday',
  'tomorrow',
  'thisWeek',
  'lastWeek',
  'nextWeek',
  'thisMonth',
  'lastMonth',
  'nextMonth',
  'thisSeason',
  'lastSeason',
  'thisYear',
  'lastYear',
  'last7Days',
  'last30Days',
  'last90Days',
  'next7Days',
  'next30Days',
  'past',
  'future',
])
export type Period = z.infer<typeof Period>

export const FilterOp = z.enum([
  'eq',
  'ne',
  'gt',
  'gte',
  'lt',
  'lte',
  'between',
  'contains',
  'startsWith',
  'in',
  'notIn',
  'inPeriod',
  'empty',
  'notEmpty',
])
export type FilterOp = z.infer<typeof FilterOp>

export interface Condition {
  field: string
  op: FilterOp
  value?: unknown
}
export type Filter = { and: Filter[] } | { or: Filter[] } | Condition

/** The same tree serves lists, saved views, bulk actions, exports and later segments and automation. */
export const Filter: z.ZodType<Filter> = z.lazy(() =>
  z.union([
    z.strictObject({ and: z.array(Filter).max(50) }),
    z.strictObject({ or: z.array(Filter).max(50) }),
    z.strictObject({ field: z.string().max(100), op: FilterOp, value: z.unknown().optional() }),
  ]),
)

/** One field of a record type as lists know it; the label is a text key. */
export interface ListField {
  type: FieldType
  label: string
  sortable?: boolean
  filterable?: boolean
  /** For `enum`: value → text key. */
  options?: Record<string, string>
  /** For values the administrator keeps: the list of values to load options from. */
  valueList?: string
}
export type ListFields = Record<string, ListField>

const json = <S extends z.ZodType>(schema: S) =>
  z
    .string()
    .max(20_000)
    .transform((text, ctx) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        ctx.addIssue({ code: 'custom', message: 'json', params: { code: 'json' } })
        return z.NEVER
      }
    })
    .pipe(schema)

export const SortText = z
  .string()
  .max(200)
  .regex(/^-?[\w.]+(,-?[\w.]+){0,2}$/)

/** The query string of every list: `?filter=<JSON>&sort=-updatedAt,name&q=…&limit=50&cursor=…`. */
export const ListQuery = z.object({
  view: z.uuid().optional(),
  filter: json(Filter).optional(),
  /** Fields in order, `-` before a descending one. */
  sort: SortText.optional(),
  q: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
  count: z.enum(['estimate', 'exact', 'none']).default('estimate'),
})
export type ListQuery = z.output<typeof ListQuery>

/** What a bulk action applies to: the ids given, or everything that the filter matches but some. */
export const Selection = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(10_000) }),
  z.strictObject({
    all: z.literal(true),
    filter: Filter.optional(),
    q: z.string().max(200).optional(),
    except: z.array(z.uuid()).max(10_000).optional(),
  }),
])
export type Selection = z.infer<typeof Selection>

export const Total = z.object({ value: z.number().int(), exact: z.boolean() })

/** The answer of every list; `nextCursor` is null on the last page. */
export function listAnswer<I extends z.ZodType>(item: I) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: Total })
}
