import { z } from 'zod'

export const ConditionOp = z.enum(['in', 'notIn', 'filled', 'empty', 'atLeast', 'atMost'])
export type ConditionOp = z.infer<typeof ConditionOp>

/** What one field must be for an own field to be shown. */
export const ConditionRule = z.object({
  /** Key of an own field of the same record type, or `record.<name>` for a field that every record of it has. */
  field: z.string().max(40),
  op: ConditionOp,
  /** For `in` and `notIn` any of them, for `atLeast` and `atMost` the first; none for the others. */
  values: z
    .array(z.union([z.string().max(500), z.number(), z.boolean()]))
    .max(50)
    .default([]),
})
export type ConditionRule = z.infer<typeof ConditionRule>

/** A field that every record of a type has and that conditions may ask, with what it can be. */
export const ConditionField = z.object({
  /** `record.levelId`: the name is that of the API. */
  field: z.string(),
  label: z.string(),
  options: z.array(z.object({ value: z.string(), label: z.string() })),
})
export type ConditionField = z.infer<typeof ConditionField>

const ofRecord = 'record.'

/** Whether a rule asks for a field that every record has. */
export const asksRecord = ({ field }: Pick<ConditionRule, 'field'>): boolean => field.startsWith(ofRecord)

type Asking = readonly { showWhen: CustomCondition | null }[]

/** The names of the record's fields that conditions ask, each once. */
export const askedNames = (fields: Asking): string[] => [
  ...new Set(
    fields.flatMap(({ showWhen }) =>
      (showWhen?.rules ?? []).filter(asksRecord).map(({ field }) => field.slice(ofRecord.length)),
    ),
  ),
]

/** What conditions ask of a record beside its own fields: its values by `record.<name>`, for those that are asked. */
export const factsFor = (
  fields: Asking,
  record: Readonly<Record<string, unknown>>,
): Record<string, unknown> =>
  Object.fromEntries(askedNames(fields).map((name) => [`${ofRecord}${name}`, record[name] ?? null]))

export const CustomCondition = z.object({
  match: z.enum(['all', 'any']).default('all'),
  rules: z.array(ConditionRule).min(1).max(10),
})
export type CustomCondition = z.infer<typeof CustomCondition>
