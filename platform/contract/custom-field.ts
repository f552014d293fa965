import { z } from 'zod'
import { CustomCondition } from './custom-condition.ts'
import { Id } from './ids.ts'

export const CustomFieldType = z.enum([
  'text',
  'longText',
  'number',
  'money',
  'date',
  'instant',
  'duration',
  'boolean',
  'oneOf',
  'manyOf',
  'party',
  'user',
  'team',
  'phone',
  'email',
  'link',
  'file',
])
export type CustomFieldType = z.infer<typeof CustomFieldType>

/** Types of which the database can keep each value to one record. */
export const uniqueTypes = ['text', 'number', 'phone', 'email', 'link'] as const satisfies CustomFieldType[]
export const canBeUnique = (type: CustomFieldType): boolean =>
  (uniqueTypes as readonly CustomFieldType[]).includes(type)

const Key = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/)
const Help = z.string().trim().max(300).nullable().default(null)
const Scopes = z.array(z.string().max(60)).max(50).default([])

export const CustomFieldInput = z.object({
  /** The record type it belongs to, e.g. `parties`. */
  record: z.string().max(60),
  key: Key,
  type: CustomFieldType,
  labelFa: z.string().trim().min(1).max(80),
  labelEn: z.string().trim().min(1).max(80),
  helpFa: Help,
  helpEn: Help,
  required: z.boolean().default(false),
  /** Where `required` holds: groups or kinds among those the field is for; empty for all of them. */
  requiredFor: Scopes,
  /** No two present records may have the same value; letter case, digits of either script and spaces aside. */
  unique: z.boolean().default(false),
  /** What a new record gets; also `today`, `now`, `me` and `myTeam` for types that fit. null for nothing. */
  defaultValue: z.unknown().default(null),
  /** For `oneOf` and `manyOf`. */
  options: z
    .array(z.object({ value: Key, labelFa: z.string().min(1).max(80), labelEn: z.string().min(1).max(80) }))
    .max(200)
    .default([]),
  /** Party groups (or kinds) the field is shown for; empty for all. */
  appliesTo: Scopes,
  /** Shown only while this holds of the record's other own fields; null for always. */
  showWhen: CustomCondition.nullable().default(null),
  /** The section of the form it stands in; null before all sections. */
  sectionId: Id.nullable().default(null),
  position: z.number().int().default(0),
})
export type CustomFieldInput = z.infer<typeof CustomFieldInput>

export const CustomField = CustomFieldInput.extend({
  id: Id,
  archivedAt: z.string().nullable(),
  version: z.number().int(),
})
export type CustomField = z.infer<typeof CustomField>

/** A heading of forms and files under which fields of a record type stand. */
export const CustomSectionInput = z.object({
  record: z.string().max(60),
  titleFa: z.string().trim().min(1).max(80),
  titleEn: z.string().trim().min(1).max(80),
})
export type CustomSectionInput = z.infer<typeof CustomSectionInput>

export const CustomSection = CustomSectionInput.extend({
  id: Id,
  position: z.number().int(),
  version: z.number().int(),
})
export type CustomSection = z.infer<typeof CustomSection>

/** One of the files in a field of type `file`; written by its id alone, answered with what the file is. */
export const CustomFile = z.object({ id: Id, name: z.string(), type: z.string(), size: z.number().int() })
export type CustomFile = z.infer<typeof CustomFile>

/** A record's values of custom fields by key; only `platform/server/custom-fields` opens it. */
export const CustomValues = z.record(z.string(), z.unknown())
export type CustomValues = z.infer<typeof CustomValues>
