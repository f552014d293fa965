import { cleanBody, cleanText, parsePhone } from '@peyvand/persian'
import { z } from 'zod'
import type { CustomField, CustomFieldType, CustomFile, FieldType } from '../../contract/index.ts'

type SideTable = 'customTexts' | 'customNumbers' | 'customDates' | 'customInstants'

export interface CustomType {
  /** Checks and normalises a value for storage. */
  schema(field: Pick<CustomField, 'options'>): z.ZodType
  /** The typed side table that serves filters and sorts; null for types that have neither. */
  side: SideTable | null
  /** The stored value as side rows: one, or one per chosen option. */
  toSide(value: unknown): string[]
  /** How lists filter it. */
  listType: FieldType
}

/** Where the values that filters read are, or null for types that have none. */
export const customSideOf = ({ type }: Pick<CustomField, 'type'>): SideTable | null => customTypes[type].side

// Numbers keep four decimals in a bigint, because numeric comparisons lose their index under row-level security.
const numberScale = 10_000

const single = (value: unknown): string[] => [String(value)]
const text = (max: number, clean: (given: string) => string) =>
  z.string().transform(clean).pipe(z.string().min(1).max(max))
const oneOption = ({ options }: Pick<CustomField, 'options'>) =>
  z.enum(options.map((option) => option.value) as [string, ...string[]])

const mostFiles = 20

/** Files by their ids; whoever checks the record's values asks what they are. */
const fileIds = z
  .array(z.union([z.uuid(), z.object({ id: z.uuid() }).transform(({ id }) => id)]))
  .max(mostFiles)
  .transform((ids) => [...new Set(ids)])

const phone = z.string().transform((given, ctx) => {
  const parsed = parsePhone(given)
  if (parsed.ok) return parsed.value.e164
  ctx.addIssue({ code: 'custom', message: 'phone', params: { code: 'phone' } })
  return z.NEVER
})

export const customTypes: Record<CustomFieldType, CustomType> = {
  text: { schema: () => text(500, cleanText), side: 'customTexts', toSide: single, listType: 'text' },
  longText: { schema: () => text(20_000, cleanBody), side: null, toSide: () => [], listType: 'text' },
  number: {
    schema: () => z.number().min(-9e13).max(9e13),
    side: 'customNumbers',
    toSide: (value) => [String(Math.round(Number(value) * numberScale))],
    listType: 'number',
  },
  money: {
    schema: () => z.string().regex(/^-?\d{1,18}$/),
    side: 'customNumbers',
    toSide: single,
    listType: 'money',
  },
  date: { schema: () => z.iso.date(), side: 'customDates', toSide: single, listType: 'date' },
  instant: {
    schema: () => z.iso.datetime({ offset: true }),
    side: 'customInstants',
    toSide: single,
    listType: 'instant',
  },
  // Minutes.
  duration: {
    schema: () => z.number().int().min(0).max(5_256_000),
    side: 'customNumbers',
    toSide: single,
    listType: 'number',
  },
  boolean: {
    schema: () => z.union([z.boolean(), z.stringbool({ truthy: ['true'], falsy: ['false'] })]),
    side: 'customTexts',
    toSide: single,
    listType: 'enum',
  },
  oneOf: { schema: oneOption, side: 'customTexts', toSide: single, listType: 'enum' },
  manyOf: {
    schema: (field) => z.array(oneOption(field)).max(200),
    side: 'customTexts',
    toSide: (value) => [...new Set(value as string[])],
    listType: 'enum',
  },
  party: { schema: () => z.uuid(), side: 'customTexts', toSide: single, listType: 'party' },
  user: { schema: () => z.uuid(), side: 'customTexts', toSide: single, listType: 'user' },
  team: { schema: () => z.uuid(), side: 'customTexts', toSide: single, listType: 'team' },
  phone: { schema: () => phone, side: 'customTexts', toSide: single, listType: 'phone' },
  email: { schema: () => z.email().max(254), side: 'customTexts', toSide: single, listType: 'text' },
  link: {
    schema: () => z.url({ protocol: /^https?$/ }).max(2000),
    side: 'customTexts',
    toSide: single,
    listType: 'text',
  },
  // Filters and searches know files by their names.
  file: {
    schema: () => fileIds,
    side: 'customTexts',
    toSide: (value) => (value as CustomFile[]).map(({ name }) => name),
    listType: 'file',
  },
}

export { numberScale }
