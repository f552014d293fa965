import { Color, NumberPattern } from '@peyvand/customization/contract'
import { type CustomFieldType, defineRoute, Id, IdParams } from '@peyvand/platform/contract'
import { z } from 'zod'

/** Stable name of a kind in addresses, permissions and own fields: `contracts`. Never changes. */
export const KindKey = z.string().regex(/^[a-z][A-Za-z0-9]{0,29}$/)

/** What own fields, permissions, saved views, imports and exports call the records of a kind: `records:contracts`. */
export const recordTypeOf = (kind: string): `records:${string}` => `records:${kind}`

export const KindState = z.object({
  key: KindKey,
  labelFa: z.string().trim().min(1).max(60),
  labelEn: z.string().trim().min(1).max(60),
  color: Color,
})
export type KindState = z.infer<typeof KindState>

/** Whether records of the kind stand in the file of a party. */
export const PartyUse = z.enum(['none', 'optional', 'required'])
export type PartyUse = z.infer<typeof PartyUse>

const Name = z.string().trim().min(1).max(60)

/** Text around `{number}`, `{party}` and keys of own fields: `{type} – {party}`; null where users write the title. */
const TitlePattern = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^{}]*(\{[a-z][A-Za-z0-9]{0,39}\}[^{}]*)+$/)

/** Types of own fields that a title may be made of. */
export const titleFieldTypes: ReadonlySet<CustomFieldType> = new Set([
  'text',
  'number',
  'money',
  'date',
  'oneOf',
  'phone',
  'email',
])

const States = z
  .array(KindState)
  .max(30)
  .refine((states) => new Set(states.map(({ key }) => key)).size === states.length, {
    message: 'records.stateTwice',
    params: { code: 'records.stateTwice' },
  })

const names = { nameFa: Name, nameEn: Name, pluralFa: Name, pluralEn: Name }
const looks = { icon: z.string().max(40), color: Color }

export const RecordKind = z.object({
  id: Id,
  key: KindKey,
  ...names,
  ...looks,
  titlePattern: z.string().nullable(),
  party: PartyUse,
  states: z.array(KindState),
  /** How the next record would be numbered; the pattern is changed among the number series. */
  nextNumber: z.string(),
  position: z.number().int(),
  archivedAt: z.string().nullable(),
  version: z.number().int(),
  can: z.object({ read: z.boolean(), create: z.boolean() }),
})
export type RecordKind = z.infer<typeof RecordKind>

export const RecordKindInput = z.strictObject({
  key: KindKey,
  ...names,
  icon: looks.icon.default('folder'),
  color: looks.color.default('gray'),
  titlePattern: TitlePattern.nullable().default(null),
  party: PartyUse.default('optional'),
  states: States.default([]),
  numberPattern: NumberPattern.default('{n:4}'),
})
export type RecordKindInput = z.infer<typeof RecordKindInput>

export const RecordKindChange = z.strictObject({
  version: z.number().int(),
  nameFa: Name.optional(),
  nameEn: Name.optional(),
  pluralFa: Name.optional(),
  pluralEn: Name.optional(),
  icon: looks.icon.optional(),
  color: looks.color.optional(),
  titlePattern: TitlePattern.nullable().optional(),
  party: PartyUse.optional(),
  states: States.optional(),
  archived: z.boolean().optional(),
})
export type RecordKindChange = z.infer<typeof RecordKindChange>

export const listRecordKindsRoute = defineRoute({
  method: 'GET',
  path: '/record-kinds',
  summary: 'Record kinds that I may see; for who manages them all, with archived ones',
  permission: 'signedIn',
  answer: z.object({ items: z.array(RecordKind) }),
})

export const createRecordKindRoute = defineRoute({
  method: 'POST',
  path: '/record-kinds',
  summary: 'Make a record kind: it has a list, permissions, import, export and API at once',
  permission: 'records.manageKinds',
  body: RecordKindInput,
  answer: RecordKind,
  status: 201,
  errors: ['records.keyTaken'],
})

export const updateRecordKindRoute = defineRoute({
  method: 'PATCH',
  path: '/record-kinds/:id',
  summary: 'Change, archive or bring back a record kind; its records stay',
  permission: 'records.manageKinds',
  params: IdParams,
  body: RecordKindChange,
  answer: RecordKind,
  errors: ['records.kindNotFound', 'records.stateInUse', 'customFields.usedByCondition'],
})

export const orderRecordKindsRoute = defineRoute({
  method: 'PUT',
  path: '/record-kinds/order',
  summary: 'Put the record kinds in the order of the menu',
  permission: 'records.manageKinds',
  body: z.object({ ids: z.array(Id).min(1).max(200) }),
  answer: z.object({ items: z.array(RecordKind) }),
  errors: ['records.orderIncomplete'],
})

export const recordKindUsageRoute = defineRoute({
  method: 'GET',
  path: '/record-kinds/:id/usage',
  summary: 'How many records a kind has, and how many are in each state',
  permission: 'records.manageKinds',
  params: IdParams,
  answer: z.object({ records: z.number().int(), states: z.record(z.string(), z.number().int()) }),
  errors: ['records.kindNotFound'],
})
