import {
  ConditionField,
  CustomField,
  CustomFieldInput,
  CustomSection,
  CustomSectionInput,
  defineRoute,
  Id,
  IdParams,
} from '@peyvand/platform/contract'
import { z } from 'zod'

const input = CustomFieldInput.shape

/** The record type, key and type stay as they were made. Defaults of the input must not fill a change. */
export const CustomFieldChange = z.object({
  version: z.number().int(),
  labelFa: input.labelFa.optional(),
  labelEn: input.labelEn.optional(),
  helpFa: input.helpFa.removeDefault().optional(),
  helpEn: input.helpEn.removeDefault().optional(),
  required: z.boolean().optional(),
  requiredFor: input.requiredFor.removeDefault().optional(),
  unique: z.boolean().optional(),
  defaultValue: z.unknown().optional(),
  options: input.options.removeDefault().optional(),
  appliesTo: input.appliesTo.removeDefault().optional(),
  showWhen: input.showWhen.removeDefault().optional(),
  sectionId: input.sectionId.removeDefault().optional(),
  archived: z.boolean().optional(),
})
export type CustomFieldChange = z.infer<typeof CustomFieldChange>

const FieldsAndSections = z.object({ items: z.array(CustomField), sections: z.array(CustomSection) })

export const listCustomFieldsRoute = defineRoute({
  method: 'GET',
  path: '/custom-fields',
  summary:
    "The firm's own fields in order, of one record type or all, with the sections of their forms; archived ones only for who manages them",
  permission: 'signedIn',
  query: z.object({ record: z.string().max(60).optional() }),
  answer: FieldsAndSections,
})

export const listConditionFieldsRoute = defineRoute({
  method: 'GET',
  path: '/custom-fields/asked',
  summary: 'What conditions of own fields may ask of every record of a type, with what it can be',
  permission: 'customization.manage',
  query: z.object({ record: z.string().max(60) }),
  answer: z.object({ items: z.array(ConditionField) }),
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
  errors: ['customization.optionInUse', 'customFields.usedByCondition', 'customFields.valuesRepeat'],
})

export const orderCustomFieldsRoute = defineRoute({
  method: 'PUT',
  path: '/custom-fields/order',
  summary: 'Put the sections of a record type and the fields in each in the order of forms and files',
  permission: 'customization.manage',
  body: z.object({
    record: z.string().max(60),
    /** Every section, and every field that is not archived; `id` null for fields before all sections. */
    sections: z.array(z.object({ id: Id.nullable(), fieldIds: z.array(Id).max(500) })).max(100),
  }),
  answer: FieldsAndSections,
  errors: ['customization.orderIncomplete'],
})

/** Where something of the firm's own is used besides the records themselves. */
export const Use = z.object({
  kind: z.enum(['condition', 'view', 'layout', 'template', 'title', 'importTemplate', 'role']),
  /** What it is called; null for what has no name of its own. */
  label: z.string().nullable(),
})
export type Use = z.infer<typeof Use>

export const customFieldUsageRoute = defineRoute({
  method: 'GET',
  path: '/custom-fields/:id/usage',
  summary:
    'In how many records a field is filled (null for long texts), how often each option is chosen, and where else it is used',
  permission: 'customization.manage',
  params: IdParams,
  answer: z.object({
    records: z.number().int().nullable(),
    options: z.record(z.string(), z.number().int()),
    uses: z.array(Use),
  }),
})

export const createCustomSectionRoute = defineRoute({
  method: 'POST',
  path: '/custom-sections',
  summary: 'Add a section to the forms of a record type, after the others',
  permission: 'customization.manage',
  body: CustomSectionInput,
  answer: CustomSection,
  status: 201,
})

export const updateCustomSectionRoute = defineRoute({
  method: 'PATCH',
  path: '/custom-sections/:id',
  summary: 'Rename a section',
  permission: 'customization.manage',
  params: IdParams,
  body: CustomSectionInput.omit({ record: true }).extend({ version: z.number().int() }),
  answer: CustomSection,
})

export const deleteCustomSectionRoute = defineRoute({
  method: 'DELETE',
  path: '/custom-sections/:id',
  summary: 'Take a section away; its fields go before all sections',
  permission: 'customization.manage',
  params: IdParams,
  answer: 'none',
})
