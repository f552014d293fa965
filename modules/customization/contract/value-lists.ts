import { defineRoute, Id, IdParams } from '@peyvand/platform/contract'
import { z } from 'zod'
import { Color } from './color.ts'

/** A list's key in code: `sources`, `callResults`. */
export const ListKey = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/)

export const ListValue = z.object({
  id: Id,
  list: ListKey,
  /** Stable name of a ready value that code may look for; made up for those added by users. */
  key: z.string(),
  labelFa: z.string(),
  labelEn: z.string(),
  color: Color.nullable(),
  position: z.number().int(),
  /** Not offered any more, still shown on records that carry it. */
  archivedAt: z.string().nullable(),
  version: z.number().int(),
})
export type ListValue = z.infer<typeof ListValue>

export const ValueList = z.object({
  key: ListKey,
  labelFa: z.string(),
  labelEn: z.string(),
  values: z.array(ListValue),
})
export type ValueList = z.infer<typeof ValueList>

const Label = z.string().trim().min(1).max(120)

export const ListValueInput = z.object({
  labelFa: Label,
  /** The Persian label stands in where it is left out. */
  labelEn: Label.optional(),
  color: Color.nullable().default(null),
})
export type ListValueInput = z.infer<typeof ListValueInput>

export const ListValueChange = z.object({
  version: z.number().int(),
  labelFa: Label.optional(),
  labelEn: Label.optional(),
  color: Color.nullable().optional(),
  archived: z.boolean().optional(),
})
export type ListValueChange = z.infer<typeof ListValueChange>

const ListParams = z.object({ list: ListKey })

export const listValueListsRoute = defineRoute({
  method: 'GET',
  path: '/value-lists',
  summary: 'All lists of values with their values in order, archived ones included',
  permission: 'signedIn',
  answer: z.object({ items: z.array(ValueList) }),
})

export const createListValueRoute = defineRoute({
  method: 'POST',
  path: '/value-lists/:list/values',
  summary: 'Add a value to a list',
  permission: 'customization.manage',
  params: ListParams,
  body: ListValueInput,
  answer: ListValue,
  status: 201,
  errors: ['customization.unknownList', 'customization.labelTaken'],
})

export const orderListValuesRoute = defineRoute({
  method: 'PUT',
  path: '/value-lists/:list/order',
  summary: 'Put the values of a list in an order',
  permission: 'customization.manage',
  params: ListParams,
  body: z.object({ ids: z.array(Id).min(1).max(1000) }),
  answer: z.object({ items: z.array(ListValue) }),
  errors: ['customization.unknownList', 'customization.orderIncomplete'],
})

export const updateListValueRoute = defineRoute({
  method: 'PATCH',
  path: '/list-values/:id',
  summary: 'Rename, recolour, archive or bring back a value',
  permission: 'customization.manage',
  params: IdParams,
  body: ListValueChange,
  answer: ListValue,
  errors: ['customization.labelTaken', 'customization.valueMerged'],
})

export const listValueUsageRoute = defineRoute({
  method: 'GET',
  path: '/list-values/:id/usage',
  summary: 'In how many records of each type a value stands; stops at 10,000',
  permission: 'customization.manage',
  params: IdParams,
  answer: z.object({ uses: z.array(z.object({ record: z.string(), count: z.number().int() })) }),
})

export const mergeListValueRoute = defineRoute({
  method: 'POST',
  path: '/list-values/:id/merge',
  summary: 'Move all records of a value to another value of the list and archive it',
  permission: 'customization.manage',
  params: IdParams,
  body: z.object({ into: Id }),
  answer: ListValue,
  errors: ['customization.cannotMerge'],
})
