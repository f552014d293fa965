import { defineRoute, Id, IdParams, issue, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'

/** What a form may ask for beside the firm's own fields. */
export const formFields = [
  'firstName',
  'lastName',
  'organization',
  'mobile',
  'phone',
  'email',
  'jobTitle',
  'website',
  'province',
  'city',
  'address',
  'productGroup',
  'message',
] as const
export const FormFieldName = z.union([
  z.enum(formFields),
  z.templateLiteral(['custom.', z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/)]),
])
export type FormFieldName = z.infer<typeof FormFieldName>

export const FormField = z.object({
  field: FormFieldName,
  /** Null for the field's own name. */
  label: z.string().trim().max(120).nullable().default(null),
  hint: z.string().trim().max(200).nullable().default(null),
  required: z.boolean().default(false),
})
export type FormField = z.infer<typeof FormField>

const origin = /^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/i

const Origins = z
  .array(z.string().trim().max(200))
  .max(20)
  .refine((origins) => origins.every((one) => origin.test(one)), { params: { code: 'leads.badOrigin' } })

const text = (most: number) => z.string().trim().max(most)

const Fields = z
  .array(FormField)
  .min(1)
  .max(30)
  .superRefine((fields, ctx) => {
    const names = fields.map(({ field }) => field)
    if (new Set(names).size < names.length) ctx.addIssue(issue('leads.fieldTwice', []))
    if (!names.includes('lastName') && !names.includes('organization'))
      ctx.addIssue(issue('leads.formNeedsName', []))
    if (!names.some((name) => name === 'mobile' || name === 'phone' || name === 'email'))
      ctx.addIssue(issue('leads.formNeedsContact', []))
  })

export const LeadFormInput = z.strictObject({
  /** For colleagues. */
  name: text(120).min(1),
  active: z.boolean().default(true),
  locale: z.enum(['fa', 'en']),
  /** What visitors read. */
  title: text(160).min(1),
  intro: text(2000).nullable().default(null),
  button: text(60).nullable().default(null),
  thanks: text(2000).min(1),
  /** A line that visitors must tick; null for none. */
  consent: text(500).nullable().default(null),
  fields: Fields,
  /** A value of the list `sources`. */
  sourceId: Id.nullable().default(null),
  productGroupId: Id.nullable().default(null),
  /** Whether the assignment rules are asked first. */
  byRules: z.boolean().default(true),
  /** Who gets what no rule gives to anybody. */
  ownerId: Id,
  /** In how many working days the lead is to be followed up; 0 is the day itself, null for no task. */
  followUpDays: z.number().int().min(0).max(365).nullable().default(1),
  /** Sites that may show the form in a frame. */
  origins: Origins.default([]),
})
export type LeadFormInput = z.output<typeof LeadFormInput>

export const LeadForm = LeadFormInput.extend({
  id: Id,
  source: Ref.nullable(),
  owner: Ref.nullable(),
  /** The address of its page, and the line that shows it in a page of another site. */
  url: z.string(),
  embed: z.string(),
  entries: z.number().int(),
  lastEntryAt: z.string().nullable(),
  createdAt: z.string(),
  version: z.number().int(),
})
export type LeadForm = z.infer<typeof LeadForm>

const manage = 'leads.manage'
const errors = ['leads.formNotFound'] as const

export const listLeadFormsRoute = defineRoute({
  method: 'GET',
  path: '/leads/forms',
  summary: 'The public forms by which leads come',
  permission: manage,
  answer: z.object({ items: z.array(LeadForm) }),
})

export const getLeadFormRoute = defineRoute({
  method: 'GET',
  path: '/leads/forms/:id',
  summary: 'One public form',
  permission: manage,
  params: IdParams,
  answer: LeadForm,
  errors: [...errors],
})

export const createLeadFormRoute = defineRoute({
  method: 'POST',
  path: '/leads/forms',
  summary: 'Make a public form with an address of its own',
  permission: manage,
  body: LeadFormInput,
  answer: LeadForm,
  status: 201,
})

export const updateLeadFormRoute = defineRoute({
  method: 'PUT',
  path: '/leads/forms/:id',
  summary: 'Change a public form; its address stays',
  permission: manage,
  params: IdParams,
  body: z.strictObject({ version: z.number().int(), form: LeadFormInput }),
  answer: LeadForm,
  errors: [...errors],
})

export const renewLeadFormRoute = defineRoute({
  method: 'POST',
  path: '/leads/forms/:id/renew',
  summary: 'Give a form another address; the old one opens nothing any more',
  permission: manage,
  params: IdParams,
  answer: LeadForm,
  errors: [...errors],
})
