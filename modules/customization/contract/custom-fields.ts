import { CustomField, CustomFieldInput, defineRoute, Id, IdParams } from '@peyvand/platform/contract'
import { z } from 'zod'

/** The record type, key and type stay as they were made. Defaults of the input must not fill a change. */
export const CustomFieldChange = z.object({
  version: z.number().int(),
  labelFa: z.string().trim().min(1).max(80).optional(),
  labelEn: z.string().trim().min(1).max(80).optional(),
  help: z.string().trim().max(300).nullable().optional(),
  required: z.boolean().optional(),
  options: CustomFieldInput.shape.options.removeDefault().optional(),
  appliesTo: CustomFieldInput.shape.appliesTo.removeDefault().optional(),
  position: z.number().int().optional(),
  archived: z.boolean().optional(),
})
export type CustomFieldChange = z.infer<typeof CustomFieldChange>

export const listCustomFieldsRoute = defineRoute({
  method: 'GET',
  path: '/custom-fields',
  summary: "The firm's own fields, of one record type or all; archived ones only for who manages them",
  permission: 'signedIn',
  query: z.object({ record: z.string().max(60).optional() }),
  answer: z.object({ items: z.array(CustomField) }),
})

export const createCustomFieldRoute = defineRoute({
  method: 'POST',
  path: '/custom-fields',
  summary: 'Add a field to a record type',
  permission: 'customization.manage',
  body: CustomFieldInput,
  answer: CustomField,
  status: 201,
  errors: ['customFields.keyTaken'],
})

export const updateCustomFieldRoute = defineRoute({
  method: 'PATCH',
  path: '/custom-fields/:id',
  summary: 'Change, archive or bring back a field; values stay',
  permission: 'customization.manage',
  params: IdParams,
  body: CustomFieldChange,
  answer: CustomField,
  errors: ['customization.optionInUse'],
})

export const orderCustomFieldsRoute = defineRoute({
  method: 'PUT',
  path: '/custom-fields/order',
  summary: 'Put the fields of a record type in the order that forms and files follow',
  permission: 'customization.manage',
  body: z.object({ record: z.string().max(60), ids: z.array(Id).min(1).max(500) }),
  answer: z.object({ items: z.array(CustomField) }),
  errors: ['customization.orderIncomplete'],
})

export const customFieldUsageRoute = defineRoute({
  method: 'GET',
  path: '/custom-fields/:id/usage',
  summary: 'In how many records a field is filled, and how often each option is chosen; null for long texts',
  permission: 'customization.manage',
  params: IdParams,
  answer: z.object({ records: z.number().int().nullable(), options: z.record(z.string(), z.number().int()) }),
})
