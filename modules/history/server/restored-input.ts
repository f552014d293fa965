import { AppError } from '@peyvand/platform/server'
import type { z } from 'zod'

/**
 * An earlier value as the input of a save.
 * @throws AppError history.valueGone (409) where it is no longer what the field takes
 */
export function restoredInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input)
  if (!parsed.success) throw new AppError('history.valueGone', { status: 409 })
  return parsed.data
}
