import { z } from 'zod'
import { Id } from './ids.ts'

export const CustomFieldType = z.enum([
  'text',
  'longText',
  'number',
  'money',
  'date',
  'instant',
  'boolean',
  'oneOf',
  'manyOf',
  'party',
  'user',
  'phone',
  'email',
  'link',
])
export type CustomFieldType = z.infer<typeof CustomFieldType>

const Key = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/)

export const CustomFieldInput = z.object({
  /** The record type it belongs to, e.g. `parties`. */
  record: z.string().max(60),
  key: Key,
  type: CustomFieldType,
  labelFa: z.string().trim().min(1).max(80),
  labelEn: z.string().trim().min(1).max(80),
  help: z.string().trim().max(300).nullable().default(null),
  required: z.boolean().default(false),
  /** For `oneOf` and `manyOf`. */
  options: z
    .array(z.object({ value: Key, labelFa: z.string().min(1).max(80), labelEn: z.string().min(1).max(80) }))
    .max(200)
    .default([]),
  /** Party groups (or kinds) the field is shown for; empty for all. */
  appliesTo: z.array(z.string().max(60)).max(50).default([]),
  position: z.number().int().default(0),
})
export type CustomFieldInput = z.infer<typeof CustomFieldInput>

export const CustomField = CustomFieldInput.extend({
  id: Id,
  archivedAt: z.string().nullable(),
  version: z.number().int(),
})
export type CustomField = z.infer<typeof CustomField>

/** A record's values of custom fields by key; only `platform/server/custom-fields` opens it. */
export const CustomValues = z.record(z.string(), z.unknown())
export type CustomValues = z.infer<typeof CustomValues>
