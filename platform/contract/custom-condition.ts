import { z } from 'zod'

export const ConditionOp = z.enum(['in', 'notIn', 'filled', 'empty', 'atLeast', 'atMost'])
export type ConditionOp = z.infer<typeof ConditionOp>

/** What one own field must be for another to be shown. */
export const ConditionRule = z.object({
  /** Key of a field of the same record type. */
  field: z.string().max(40),
  op: ConditionOp,
  /** For `in` and `notIn` any of them, for `atLeast` and `atMost` the first; none for the others. */
  values: z
    .array(z.union([z.string().max(500), z.number(), z.boolean()]))
    .max(50)
    .default([]),
})
export type ConditionRule = z.infer<typeof ConditionRule>

export const CustomCondition = z.object({
  match: z.enum(['all', 'any']).default('all'),
  rules: z.array(ConditionRule).min(1).max(10),
})
export type CustomCondition = z.infer<typeof CustomCondition>
