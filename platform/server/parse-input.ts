import type { z } from 'zod'
import { faultsOf } from '../contract/index.ts'
import { AppError } from './errors.ts'

export { type FieldFault, faultsOf } from '../contract/index.ts'

/**
 * Parses what came from outside by a schema.
 * @throws AppError badInput (400) with one coded fault per field.
 */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value, { reportInput: true })
  if (parsed.success) return parsed.data
  throw new AppError('badInput', { status: 400, fields: faultsOf(parsed.error) })
}
