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
  'file',
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
  'nextSeason',
  'thisYear',
  'lastYear',
  'nextYear',
  'thisFiscalYear',
  'lastFiscalYear',
  'last7Days',
  'last30Days',
  'last90Days',
  'last365Days',
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
  /** In the last so many days, today among them. */
  'inLast',
  /** Longer ago than so many days, or never: «no contact for 30 days». */
  'notInLast',
  /** In so many days from today on. */
  'inNext',
  'empty',
  'notEmpty',
])
export type FilterOp = z.infer<typeof FilterOp>

export interface Condition {
  field: string
  op: FilterOp
  value?: unknown
}

/** How many related records there have to be: `gte 1` has some, `eq 0` has none, `gt 2` has more than two. */
export const RelatedCount = z.strictObject({
  op: z.enum(['eq', 'gt', 'gte', 'lt', 'lte']),
  value: z.number().int().min(0).max(1000),
})
export type RelatedCount = z.infer<typeof RelatedCount>

/** «Has an overdue call»: counts the related records that the caller may see and that fit `where`. */
export interface RelationCondition {
  relation: string
  /** At least one where it is left out. */
  count?: RelatedCount | undefined
  /** Over the fields of the related records; it asks for no further relation. */
  where?: Filter | undefined
}
export type Filter = { and: Filter[] } | { or: Filter[] } | Condition | RelationCondition

/** The same tree serves lists, saved views, bulk actions, exports and later segments and automation. */
export const Filter: z.ZodType<Filter> = z.lazy(() =>
  z.union([
    z.strictObject({ and: z.array(Filter).max(50) }),
    z.strictObject({ or: z.array(Filter).max(50) }),
    z.strictObject({ field: z.string().max(100), op: FilterOp, value: z.unknown().optional() }),
    z.strictObject({
      relation: z.string().max(100),
      count: RelatedCount.optional(),
      where: Filter.optional(),
    }),
  ]),
)

/** What a footer or the head of a group tells of a field's values. */
export const Aggregate = z.enum(['filled', 'empty', 'unique', 'sum', 'avg', 'min', 'max'])
export type Aggregate = z.infer<typeof Aggregate>

/** Times are grouped by Jalali units of the firm's time zone. */
export const TimeUnit = z.enum(['day', 'week', 'month', 'season', 'year'])
export type TimeUnit = z.infer<typeof TimeUnit>

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
  /** Lists can be grouped by it. */
  groupable?: boolean
  aggregates?: readonly Aggregate[]
}
export type ListFields = Record<string, ListField>

/** A field as the routes that describe a list answer it, its texts in the caller's language. */
export const ListFieldAnswer = z.object({
  type: FieldType,
  label: z.string(),
  sortable: z.boolean(),
  filterable: z.boolean(),
  options: z.record(z.string(), z.string()).optional(),
  valueList: z.string().optional(),
  groupable: z.boolean(),
  aggregates: z.array(Aggregate),
})

/** Related records that a list's filter can ask for, with the fields of their own list. */
export const ListRelationAnswer = z.object({
  label: z.string(),
  fields: z.record(z.string(), ListFieldAnswer),
})
export type ListRelationAnswer = z.infer<typeof ListRelationAnswer>

/** What filters and the column chooser know of a list. */
export const ListDescription = z.object({
  fields: z.record(z.string(), ListFieldAnswer),
  relations: z.record(z.string(), ListRelationAnswer),
})

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

/** `owner`, `createdAt.month`, `custom.grade`. */
const GroupText = z
  .string()
  .max(120)
  .regex(/^[\w.]+$/)
/** `cost.sum,duration.avg`: at most ten. */
const AggregatesText = z
  .string()
  .max(1000)
  .regex(/^[\w.]+(,[\w.]+){0,9}$/)

/** The query string of a list's summary: `?filter=…&by=createdAt.month&aggregates=cost.sum`. */
export const SummaryQuery = z.object({
  filter: json(Filter).optional(),
  q: z.string().max(200).optional(),
  by: GroupText.optional(),
  aggregates: AggregatesText.optional(),
})
export type SummaryQuery = z.output<typeof SummaryQuery>

/** Field and aggregate → the value as text: a number, a day or a moment; null of no values. */
const AggregateValues = z.record(z.string(), z.string().nullable())

export const ListGroup = z.object({
  /** The value that the group has in common, for times the first day of it; null for those without a value. */
  key: z.string().nullable(),
  count: z.number().int(),
  values: AggregateValues,
  /** Beside the list's own filter it gives the group's rows. */
  filter: Filter,
})
export type ListGroup = z.infer<typeof ListGroup>

/** Counts and values over everything that a filter matches, and over each group of it. */
export const ListSummary = z.object({
  count: z.number().int(),
  values: AggregateValues,
  /** The largest first, times the latest first; the first 200. */
  groups: z.array(ListGroup),
  hasMoreGroups: z.boolean(),
})
export type ListSummary = z.infer<typeof ListSummary>

export const Total = z.object({ value: z.number().int(), exact: z.boolean() })

/** The answer of every list; `nextCursor` is null on the last page. */
export function listAnswer<I extends z.ZodType>(item: I) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: Total })
}
